package org.rackvidd.bench.people;

import java.time.LocalDate;
import java.util.List;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Channel;

/** A municipality: its people, its channels, its advertising and its web site. */
public interface Town {
  /** What towns look for, as it stands in addresses. */
  List<String> VACANCIES =
      List.of(
          "underskoterska",
          "larare",
          "socialsekreterare",
          "forskollarare",
          "sommarjobb",
          "ingenjor");

  /** What everything about the town but its people follows from. */
  long seed();

  /** Tells the towns of a world apart. */
  int number();

  Population population();

  /** The days it lives. */
  Span span();

  /** The host of its web site. */
  String host();

  /** The account everything is bought with. */
  String adAccount();

  /**
   * Its account on a channel.
   *
   * @param followers people who follow it on some day of the span
   */
  Account account(Channel channel, int followers);

  /** The first day on which it publishes on a channel. */
  LocalDate opened(Channel channel);

  /** Everything it buys while the world lasts, oldest first. */
  List<Flight> flights();
}
