package org.rackvidd.exports;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.rackvidd.links.TrafficChannel;

/** Completes the row of an event: its day, and the channel the person came through. */
final class PersonEvent {
  private static final String[] SIGNS = {
    "utm_source", "utm_medium", "utm_campaign", "click_id", "referrer_host"
  };

  private final int at;
  private final int precision;
  private final int day;
  private final int channel;
  private final int isPaid;
  private final int page;
  private final int referrerHost;
  private final int[] signs;
  private final String[] last = new String[SIGNS.length];
  private TrafficChannel lastChannel = TrafficChannel.of(null, null, null, null, null);

  PersonEvent(Map<String, Integer> slots) {
    this.at = slots.get("at");
    this.precision = slots.get("at_precision");
    this.day = slots.get("day");
    this.channel = slots.get("channel");
    this.isPaid = slots.get("is_paid");
    this.page = slots.get("page");
    this.referrerHost = slots.get("referrer_host");
    this.signs = new int[SIGNS.length];
    for (int i = 0; i < SIGNS.length; i++) {
      signs[i] = slots.get(SIGNS[i]);
    }
  }

  void precise(IntakeRow row, boolean hasTime) {
    row.setText(precision, hasTime ? "minute" : "day");
  }

  /** What the export states itself stays. */
  void complete(IntakeRow row) {
    if (row.has(at)) {
      row.setLong(day, Math.floorDiv(row.bits(at), TimeUnit.DAYS.toMicros(1)));
    }
    if (row.has(page) && row.has(referrerHost) && isOnSite(row)) {
      row.remove(referrerHost);
    }
    if (row.has(channel)) {
      return;
    }
    TrafficChannel found = channel(row);
    row.setText(channel, found.channel());
    if (found.isPaid() != null && !row.has(isPaid)) {
      row.setBoolean(isPaid, found.isPaid());
    }
  }

  /** The site itself is not where anybody came from. */
  private boolean isOnSite(IntakeRow row) {
    String host = "https://" + row.text(referrerHost);
    String address = row.text(page);
    return address.equals(host) || address.startsWith(host + "/");
  }

  private TrafficChannel channel(IntakeRow row) {
    boolean same = true;
    for (int i = 0; i < signs.length; i++) {
      String text = row.has(signs[i]) ? row.text(signs[i]) : null;
      same = same && Objects.equals(text, last[i]);
      last[i] = text;
    }
    if (!same) {
      lastChannel = TrafficChannel.of(last[0], last[1], last[2], last[3], last[4]);
    }
    return lastChannel;
  }
}
