/** Version profiles: which software build a group of agents runs. The suite has the three that every ZPA tenant has. */
package io.breakwater.config.versionprofile;
