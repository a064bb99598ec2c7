/** dr-controller: owns each tenant's DR state, its history, and which agents follow it. It decides nothing that an agent waits for. */
package io.breakwater.controller;
