/**
 * Measures Giro from outside: its nights (time, CPU, bytes, memory), its funnel and circle beside
 * DuckDB's, and its answers against a simulation's ground truth. Run by {@code scripts/benchmark}
 * and {@code scripts/check-truth}; the engine it compares with is in test scope only.
 */
package giro.bench;
