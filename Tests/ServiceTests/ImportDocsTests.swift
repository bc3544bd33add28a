import Diagnostics
import Foundation
import ReferenceData
import Service
import Testing
import TestSupport

/// docs/import.md names everything an import can be told.
@Suite struct ImportDocsTests {
  private static func page() throws -> String {
    try String(contentsOfFile: Repository.path("docs/import.md"), encoding: .utf8)
  }

  @Test func everyMappingIsDocumented() throws {
    let page = try Self.page()
    for mapping in try ReferenceLibrary(folder: Repository.path("Data")).mappings {
      #expect(page.contains("`\(mapping.name)`"), "\(mapping.name)")
    }
  }

  @Test func everyFieldIsDocumented() throws {
    let page = try Self.page()
    for field in ImportMapping.knownFields {
      #expect(page.contains("`\(field)`"), "\(field)")
    }
    for prefix in ["access:", "fact:", "fee:", "is:", "tag:"] {
      #expect(page.contains("`" + prefix), "\(prefix)")
    }
  }

  @Test func everyWarningIsDocumented() throws {
    let page = try Self.page()
    let errors = try String(contentsOfFile: Repository.path("docs/errors.md"), encoding: .utf8)
    let codes = errors.split(separator: "`").filter { $0.hasPrefix("warning.") }
    #expect(codes.count > 10)
    for code in codes where code != "warning." {
      #expect(page.contains("`\(code)`"), "\(code)")
    }
  }
}

/// What is left out of an import is shown so before it.
@Suite struct ExplainColumnsTests {
  @Test func aColumnToBeDroppedIsShownAsPrivate() throws {
    let office = try Office()
    var input = ExplainMapping.Input(
      paths: [try office.file("list.csv", "名称,代表者,住所\nサロン,見本太郎,番町1\n")])
    input.drop = ["代表者"]
    let column = try #require(
      try ExplainMapping.run(input, in: office.session).files.first?.columns
        .first { $0.heading == "代表者" })
    #expect(column.field == "private" && column.samples.isEmpty)
    input.drop = ["氏名"]
    let error = #expect(throws: SasaeError.self) {
      try ExplainMapping.run(input, in: office.session)
    }
    #expect(error?.code == "usage.unknown-column")
  }
}
