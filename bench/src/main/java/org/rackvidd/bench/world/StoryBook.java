package org.rackvidd.bench.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All stories and the words to fill them with, read from {@code stories_sv.txt}. */
public final class StoryBook {
  private static final List<String> MONTHS =
      List.of(
          "januari",
          "februari",
          "mars",
          "april",
          "maj",
          "juni",
          "juli",
          "augusti",
          "september",
          "oktober",
          "november",
          "december");

  private final List<Story> stories = new ArrayList<>();
  private final Map<String, List<String>> slots = new HashMap<>();
  private final Map<Season, double[]> weights = new ConcurrentHashMap<>();

  private record Season(Channel channel, YearMonth month) {}

  private StoryBook() {}

  /** The stories of a Swedish municipality. */
  public static StoryBook swedish() {
    StoryBook book = new StoryBook();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                StoryBook.class.getResourceAsStream("stories_sv.txt"), StandardCharsets.UTF_8))) {
      lines.lines().forEach(book::read);
    } catch (IOException e) {
      throw new UncheckedIOException("stories_sv.txt cannot be read", e);
    }
    return book;
  }

  private void read(String line) {
    if (line.startsWith("== ")) {
      stories.add(story(line.substring(3).split(";")));
    } else if (line.startsWith("slot ")) {
      int colon = line.indexOf(':');
      slots.put(line.substring(5, colon), List.of(line.substring(colon + 2).split("\\|")));
    } else if (!line.isBlank() && !line.startsWith("#")) {
      int colon = line.indexOf(':');
      stories
          .get(stories.size() - 1)
          .parts()
          .computeIfAbsent(line.substring(0, colon), part -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
  }

  private static Story story(String[] columns) {
    EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
    for (String channel : columns[4].strip().split(" ")) {
      channels.add(Channel.valueOf(channel.toUpperCase(Locale.ROOT)));
    }
    return new Story(
        columns[0].strip(),
        Topic.valueOf(columns[1].strip().toUpperCase(Locale.ROOT)),
        Double.parseDouble(columns[2].strip()),
        months(columns[3].strip()),
        channels,
        new HashMap<>());
  }

  private static Set<String> months(String written) {
    Set<String> months = new HashSet<>();
    for (String month : written.split(" ")) {
      String[] range = month.split("-");
      if (range.length == 2 && range[0].length() < 4) {
        for (int m = Integer.parseInt(range[0]); m <= Integer.parseInt(range[1]); m++) {
          months.add(String.valueOf(m));
        }
      } else {
        months.add(month);
      }
    }
    return months;
  }

  /** A story that suits the channel and the season. */
  Story choose(Channel channel, LocalDate day, Dice dice) {
    Season season = new Season(channel, YearMonth.from(day));
    return stories.get(dice.pickByWeight(weights.computeIfAbsent(season, this::weights)));
  }

  private double[] weights(Season season) {
    return stories.stream()
        .mapToDouble(story -> story.fits(season.channel(), season.month()) ? story.weight() : 0)
        .toArray();
  }

  /** The whole caption, in the channel's manner: long on Facebook, one line on X. */
  String caption(Story story, Channel channel, LocalDate day, Dice dice) {
    Map<String, String> chosen = new HashMap<>();
    StringBuilder text = new StringBuilder(300);
    text.append(filled(story.part("opening", dice), chosen, day, dice));
    if (channel != Channel.X && dice.chance(0.75)) {
      add(text, "\n", filled(story.part("body", dice), chosen, day, dice));
    }
    if (dice.chance(channel == Channel.X ? 0.4 : 0.7)) {
      add(
          text,
          channel == Channel.X ? " " : "\n\n",
          filled(story.part("closing", dice), chosen, day, dice));
    }
    add(text, channel == Channel.X ? " " : "\n", story.part("tags", dice));
    return text.toString();
  }

  /** A video's title. */
  String title(Story story, LocalDate day, Dice dice) {
    return filled(story.part("title", dice), new HashMap<>(), day, dice);
  }

  private static void add(StringBuilder text, String gap, String part) {
    if (!part.isEmpty()) {
      text.append(gap).append(part);
    }
  }

  private String filled(String part, Map<String, String> chosen, LocalDate day, Dice dice) {
    int open = part.indexOf('{');
    if (open < 0) {
      return part;
    }
    StringBuilder text = new StringBuilder(part.length() + 20);
    int from = 0;
    for (; open >= 0; open = part.indexOf('{', from)) {
      int close = part.indexOf('}', open);
      text.append(part, from, open);
      text.append(word(part.substring(open + 1, close), chosen, day, dice));
      from = close + 1;
    }
    return text.append(part, from, part.length()).toString();
  }

  /** People and homes keep their name within a post; everything else is drawn anew. */
  private String word(String slot, Map<String, String> chosen, LocalDate day, Dice dice) {
    return switch (slot) {
      case "month" -> MONTHS.get(day.getMonthValue() - 1);
      case "next" -> MONTHS.get(day.getMonthValue() % 12);
      case "date" -> String.valueOf(dice.between(1, 28));
      case "n" -> String.valueOf(dice.between(3, 19));
      case "name", "carehome", "school" ->
          chosen.computeIfAbsent(slot, s -> dice.pick(slots.get(s)));
      default -> dice.pick(slots.get(slot));
    };
  }
}
