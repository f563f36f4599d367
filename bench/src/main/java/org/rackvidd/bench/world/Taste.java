package org.rackvidd.bench.world;

import static org.rackvidd.bench.world.Figure.CLICKS;
import static org.rackvidd.bench.world.Figure.COMMENTS;
import static org.rackvidd.bench.world.Figure.FOLLOWS;
import static org.rackvidd.bench.world.Figure.IMPRESSIONS;
import static org.rackvidd.bench.world.Figure.LINK_CLICKS;
import static org.rackvidd.bench.world.Figure.REACH;
import static org.rackvidd.bench.world.Figure.REACTIONS;
import static org.rackvidd.bench.world.Figure.SAVES;
import static org.rackvidd.bench.world.Figure.SHARES;
import static org.rackvidd.bench.world.Figure.VIEWS;

import java.time.ZonedDateTime;

/** How an audience answers a post, once everything has come in. */
final class Taste {
  private Taste() {}

  static Figures answer(
      Account account,
      ZonedDateTime published,
      Topic topic,
      PostType type,
      boolean boosted,
      Dice dice) {
    Channel channel = account.channel();
    double attention = Rhythm.attention(channel, published.getDayOfWeek(), published.toLocalTime());
    double months = account.monthsInto(published.toLocalDate());
    double organic =
        account.followers().on(published.toLocalDate())
            * channel.reachedFollowers()
            * StrictMath.pow(1 + channel.monthlyTrend(), months)
            * topic.reach()
            * type.reach()
            * attention
            * dice.spread(0.28);
    double paid = boosted ? dice.between(3_000, 9_000) : 0;
    double interactions =
        organic
                * channel.interactionRate()
                * topic.warmth()
                * type.warmth()
                * StrictMath.sqrt(attention)
                * dice.spread(0.25)
            + paid * Appeal.PAID_WARMTH;
    double clicks = organic * Appeal.clicks(type) * dice.spread(0.3) + paid * Appeal.PAID_CLICKS;
    Figures figures = new Figures();
    long reach = Math.max(1, Math.round(organic + paid));
    long views = Math.round(reach * type.viewsPerPerson() * (1 + 0.1 * dice.unit()));
    figures.with(REACH, reach).with(VIEWS, views).with(IMPRESSIONS, views);
    if (channel == Channel.YOUTUBE) {
      figures.with(IMPRESSIONS, Math.round(views * (9 + 12 * dice.unit())));
    }
    split(figures, channel, topic, interactions, dice);
    long clicked = dice.count(clicks);
    double linked = Appeal.leaves(type);
    return figures
        .with(CLICKS, clicked)
        .with(
            LINK_CLICKS, Math.min(clicked, Math.round(clicked * linked * (0.9 + dice.unit() / 5))))
        .with(FOLLOWS, dice.count(reach * Appeal.follows(channel)));
  }

  private static void split(
      Figures figures, Channel channel, Topic topic, double interactions, Dice dice) {
    double shares = Appeal.shares(topic);
    double comments = Appeal.comments(topic);
    double saves = Appeal.saves(channel);
    figures
        .with(SHARES, dice.count(interactions * shares))
        .with(COMMENTS, dice.count(interactions * comments))
        .with(SAVES, saves == 0 ? 0 : dice.count(interactions * saves))
        .with(REACTIONS, dice.count(interactions * (1 - shares - comments - saves)));
  }
}
