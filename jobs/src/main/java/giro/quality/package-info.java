/** Expectations, reconciliation and the run ledger: what a run must satisfy before it publishes. */
package giro.quality;
