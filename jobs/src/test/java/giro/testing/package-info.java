/** What the tests of several rooms share. */
package giro.testing;
