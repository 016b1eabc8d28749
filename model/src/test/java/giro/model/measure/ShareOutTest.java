package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShareOutTest {
  private static final double EXACTLY = 1e-9;

  @Test
  void channelsGetTheirTotalsWhereTheirPartsAllowIt() {
    long[] parts = {0b01, 0b11};
    double[][] shares = ShareOut.of(parts, new long[] {1, 1}, new double[] {4.0 / 3, 2.0 / 3});
    assertThat(shares[0]).containsExactly(1, 0);
    assertThat(shares[1]).containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(EXACTLY));
  }

  @Test
  void everyWholeIsSharedOutEvenWhereTheTotalsCannotBe() {
    long[] parts = {0b01, 0b11, 0b10};
    double[][] shares = ShareOut.of(parts, new long[] {3, 1, 1}, new double[] {1, 4});
    assertThat(shares[0]).as("alone").containsExactly(1, 0);
    assertThat(shares[1][1]).as("as near as it goes").isGreaterThan(0.99);
    for (double[] whole : shares) {
      assertThat(Arrays.stream(whole).sum()).isCloseTo(1, within(EXACTLY));
    }
  }

  @Test
  void channelsThatWantNothingShareEquallyWhatNobodyElseHasAPartIn() {
    double[][] shares =
        ShareOut.of(new long[] {0b011, 0b110}, new long[] {1, 1}, new double[] {0, 0, 2});
    assertThat(shares[0]).containsExactly(0.5, 0.5, 0);
    assertThat(shares[1]).containsExactly(0, 0, 1);
  }

  @Test
  void nothingIsSharedAsNothing() {
    assertThat(ShareOut.of(new long[0], new long[0], new double[] {1})).isEmpty();
  }
}
