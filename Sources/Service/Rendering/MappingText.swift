import Diagnostics

/// How a list would be read, as text.
public enum MappingText {
  public static func render(_ output: ExplainMapping.Output, in page: inout TextPage) {
    let isJapanese = page.language == .ja
    for file in output.files {
      page.line(file.path)
      page.paragraph("\(file.format) / \(file.mapping) / \(file.encoding)", indent: 2)
      if let label = file.label { page.paragraph(label, indent: 2) }
      if let line = file.headingLine, let rows = file.headingRows {
        let last = rows > 1 ? "–\(line + rows - 1)" : ""
        page.line(isJapanese ? "見出し: \(line)\(last) 行目" : "heading: line \(line)\(last)", indent: 2)
      }
      let head =
        isJapanese
        ? ["列", "見出し", "項目", "どうして", "例"] : ["column", "heading", "field", "why", "cells"]
      var rows = [head]
      for column in file.columns {
        rows.append([
          "\(column.number)", column.heading,
          column.field ?? (isJapanese ? "（元のセルのみ）" : "(raw only)"),
          why(column.fit, isJapanese), column.samples.first.map { String($0.prefix(24)) } ?? "",
        ])
      }
      if !file.columns.isEmpty { page.table(rows, indent: 2) }
      if file.nameColumns.count > 1 {
        let counts = file.nameColumns.map { "\($0.heading) \($0.different)" }
        page.paragraph(
          (isJapanese ? "名称の候補と値の種類数: " : "name columns and their different values: ")
            + counts.joined(separator: ", "), indent: 2)
      }
      if file.considered.count > 1 {
        let others = file.considered.prefix(4).map { "\($0.mapping) \($0.score)" }
        page.paragraph(
          (isJapanese ? "合う定義と点数: " : "mappings that fit, with their scores: ")
            + others.joined(separator: ", "), indent: 2)
      }
    }
  }

  private static func why(_ fit: String?, _ isJapanese: Bool) -> String {
    switch fit {
    case nil: ""
    case "exact"?: isJapanese ? "見出しの語" : "heading"
    case "bare"?: isJapanese ? "見出しの語（飾りを除く）" : "heading without marks"
    case let form?: form
    }
  }
}
