package org.rackvidd.exports;

import java.util.Objects;
import org.rackvidd.links.CampaignLink;

/** A column of links, each of which is taken apart once for all the fields that come from it. */
final class LinkColumn {
  private final Field field;
  private String text;
  private CampaignLink link = CampaignLink.of(null);

  LinkColumn(Field field) {
    this.field = field;
  }

  /**
   * @param part page, host, click_id, or one of {@link CampaignLink#PARAMETERS}
   */
  Source part(String part) {
    return switch (part) {
      case "page" -> row -> link(row).page();
      case "host" -> row -> link(row).host();
      case "click_id" -> row -> link(row).clickIdKind();
      default -> row -> link(row).parameter(part);
    };
  }

  private CampaignLink link(Cells row) throws BadRow {
    String found = field.text(row);
    if (!Objects.equals(found, text)) {
      text = found;
      link = CampaignLink.of(found);
    }
    return link;
  }
}
