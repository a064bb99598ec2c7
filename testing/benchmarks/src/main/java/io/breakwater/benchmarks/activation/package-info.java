/**
 * What judging an activation record costs. Run with
 *
 * <pre>
 * ./mvnw -q -pl testing/benchmarks -am package -Dquick
 * ./mvnw -q -pl testing/benchmarks dependency:build-classpath -Dmdep.outputFile=target/class-path
 * java -cp testing/benchmarks/target/classes:$(cat testing/benchmarks/target/class-path) org.openjdk.jmh.Main EvaluationBenchmark
 * </pre>
 */
package io.breakwater.benchmarks.activation;
