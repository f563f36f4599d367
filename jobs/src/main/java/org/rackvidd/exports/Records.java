package org.rackvidd.exports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Opens a file of records, JSON or Parquet, whichever its first bytes say. */
final class Records {
  private Records() {}

  /** The paths that its first records have. */
  static List<String> paths(SourceFile file, Configuration hadoop) throws IOException {
    if (isParquet(file, hadoop)) {
      return ParquetRows.headers(file, hadoop, Recogniser.ROWS_LOOKED_AT);
    }
    try (InputStream in = file.open(hadoop)) {
      return JsonRows.headers(in, Recogniser.ROWS_LOOKED_AT);
    }
  }

  /**
   * @param headers the paths that become cells
   * @param explode the list whose elements become rows of their own, or null
   */
  static Rows open(SourceFile file, List<String> headers, String explode, Configuration hadoop)
      throws IOException {
    return isParquet(file, hadoop)
        ? new ParquetRows(file, hadoop, headers, explode)
        : new JsonRows(file.open(hadoop), headers, explode);
  }

  private static boolean isParquet(SourceFile file, Configuration hadoop) throws IOException {
    try (InputStream in = file.open(hadoop)) {
      return ParquetRows.looksLikeParquet(in.readNBytes(4));
    }
  }
}
