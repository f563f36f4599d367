package org.rackvidd.adfigures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the ids of campaigns, ad sets and ads that some exports of an account give by name only. A
 * name stands for an id where of all that bear the name, in the same campaign and ad set and on
 * some of the same days, there is just that one.
 */
final class KnownNames {
  /** What a name begins with that stands for an id. */
  static final String NAMED = "name:";

  /**
   * What an export calls an entity; null where it does not say.
   *
   * @param campaign its campaign's name, and so on
   */
  record Names(String campaign, String adSet, String ad) {}

  private enum Level {
    CAMPAIGN,
    AD_SET,
    AD;

    String id(Entity entity) {
      return switch (this) {
        case CAMPAIGN -> entity.campaign();
        case AD_SET -> entity.adSet();
        case AD -> entity.ad();
      };
    }

    String name(Names names) {
      return switch (this) {
        case CAMPAIGN -> names.campaign();
        case AD_SET -> names.adSet();
        case AD -> names.ad();
      };
    }

    /** What of the entity is above the level. */
    Entity above(Entity entity) {
      return switch (this) {
        case CAMPAIGN -> Entity.ACCOUNT;
        case AD_SET -> new Entity(entity.campaign(), "", "");
        case AD -> new Entity(entity.campaign(), entity.adSet(), "");
      };
    }

    /** The entity, down to this level that of the bearer. */
    Entity as(Entity bearer, Entity entity) {
      return switch (this) {
        case CAMPAIGN -> new Entity(bearer.campaign(), entity.adSet(), entity.ad());
        case AD_SET -> new Entity(bearer.campaign(), bearer.adSet(), entity.ad());
        case AD -> bearer;
      };
    }
  }

  /** Whatever bears the name in what is above it. */
  private record Name(Entity above, String name) {}

  private KnownNames() {}

  /**
   * @param statements of one account
   * @param names what the row of each calls its entity, in the same order
   * @return the statements in their order, about the entities by their ids
   */
  static List<Statement> resolved(List<Statement> statements, List<Names> names) {
    List<Statement> resolved = statements;
    for (Level level : Level.values()) {
      resolved = resolved(resolved, names, level);
    }
    return resolved;
  }

  private static List<Statement> resolved(
      List<Statement> statements, List<Names> names, Level level) {
    Map<Name, List<Statement>> bearers = new HashMap<>();
    for (int i = 0; i < statements.size(); i++) {
      Statement bearer = statements.get(i);
      String name = level.name(names.get(i));
      if (name != null && isId(level.id(bearer.entity()))) {
        // An export may leave out what is above.
        for (Entity above : level.above(bearer.entity()).andAllThatHoldIt()) {
          bearers.computeIfAbsent(new Name(above, name), n -> new ArrayList<>()).add(bearer);
        }
      }
    }
    return bearers.isEmpty()
        ? statements
        : statements.stream().map(each -> resolved(each, bearers, level)).toList();
  }

  private static Statement resolved(
      Statement statement, Map<Name, List<Statement>> bearers, Level level) {
    Entity entity = statement.entity();
    String id = level.id(entity);
    if (!id.startsWith(NAMED)) {
      return statement;
    }
    Name name = new Name(level.above(entity), id.substring(NAMED.length()));
    List<Entity> found =
        bearers.getOrDefault(name, List.of()).stream()
            .filter(b -> b.start() <= statement.end() && b.end() >= statement.start())
            .map(b -> level.as(b.entity(), entity))
            .distinct()
            .limit(2)
            .toList();
    return found.size() == 1 ? statement.about(found.get(0)) : statement;
  }

  private static boolean isId(String text) {
    return !text.isEmpty() && !text.startsWith(NAMED);
  }
}
