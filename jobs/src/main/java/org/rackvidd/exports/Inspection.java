package org.rackvidd.exports;

import java.io.Serializable;
import java.util.List;

/**
 * What a look at a file has shown, before any of its rows are taken in.
 *
 * @param fileId SHA-256 of its content, hexadecimal
 * @param problem why no table can be found in it, or null
 * @param parts its tables; none, and no problem either, where the file is an archive
 */
public record Inspection(SourceFile file, String fileId, String problem, List<Recognition> parts)
    implements Serializable {

  /** Whether the file is an archive, whose files have inspections of their own. */
  public boolean isArchive() {
    return problem == null && parts.isEmpty();
  }
}
