package org.rackvidd.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TrafficChannelTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/links/channels.csv", delimiter = '|', numLinesToSkip = 1)
  void namesTheChannel(
      String promise,
      String source,
      String medium,
      String campaign,
      String click,
      String referrer,
      String channel,
      Boolean paid) {
    assertThat(TrafficChannel.of(source, medium, campaign, click, referrer))
        .as(promise)
        .isEqualTo(new TrafficChannel(channel, paid));
  }

  @Test
  void everyKindOfClickIdHasAChannel() {
    assertThat(TrafficSources.KNOWN.clickIdKinds())
        .containsExactlyInAnyOrderElementsOf(CampaignLink.CLICK_ID_KINDS);
  }
}
