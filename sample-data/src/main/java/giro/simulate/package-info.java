/**
 * The simulator: turns a profile of rates and a seed into a landing zone of the six sources and the
 * truth behind it.
 *
 * <p>Each person is lived from a random stream of their own ({@link giro.simulate.Life}), then
 * recognised or not by each system ({@link giro.simulate.Recognition}), then written down with the
 * faults real systems have ({@link giro.simulate.Delivery}). The truth is told by a small reading
 * of the domain of its own ({@link giro.simulate.TrueLaps}), so that it also tests the pipeline's.
 */
package giro.simulate;
