import Diagnostics
import Searching
import Foundation
import Geography
import Interchange
import Lookup
import Model
import ReferenceData
import Registry

// What the command line and the server need of lower floors, through this one.

public typealias Directory = Registry.Directory
public typealias ChangeSummary = Registry.ChangeSummary
public typealias Workspace = Lookup.Workspace
public typealias DataFolder = ReferenceData.DataFolder
public typealias Hit = Searching.Hit
public typealias NearInput = Searching.NearInput
public typealias SearchResources = Searching.SearchResources
public typealias TextPage = Searching.TextPage

// What the operations here share with a search.

typealias FactText = Searching.FactText
typealias InputCheck = Searching.InputCheck
typealias Words = Searching.Words

/// Whole small files.
public enum FileText {
  public static func read(_ path: String) throws(SasaeError) -> [UInt8] {
    try FileBytes.read(path)
  }
}

/// `LAT,LNG` as people type it.
public enum CoordinateInput {
  public static func parse(_ text: String) -> Coordinate? { CoordinateText.parse(text) }
}

/// One resource as JSON text, on one line or many.
public enum ResourceInput {
  /// A record without an id has the id `""`: it gets one when it is entered.
  public static func read(_ text: String) throws(SasaeError) -> Resource {
    do {
      return try NativeList.decode(Data(text.utf8))
    } catch  where error.code == "row.no-id" {
      guard var members = try? CanonicalJSON.decode([String: JSONValue].self, from: text) else {
        throw error
      }
      members["id"] = .string("?")
      guard let completed = try? CanonicalJSON.encode(members) else { throw error }
      var resource = try NativeList.decode(Data(completed.utf8))
      resource.id = ""
      return resource
    }
  }
}

/// Category words as people type them.
public enum CategoryInput {
  /// The codes that the words surely mean, and the words that mean none.
  public static func codes(
    _ text: String, in session: Session
  ) throws(SasaeError) -> (codes: [String], unknown: [String]) {
    let library = try session.shelf.library()
    var codes: [String] = []
    var unknown: [String] = []
    for word in text.split(whereSeparator: { ";；、,，".contains($0) }).map(String.init) {
      let code = word.uppercased()
      if library.categories[code] != nil {
        codes.append(code)
      } else if let match = library.words.exactly(word), match.sure {
        codes.append(match.category)
      } else if let near = library.categories.suggestion(for: word), word.count > 1,
        library.categories[near]?.synonyms.contains(word) == true
      {
        codes.append(near)
      } else {
        unknown.append(word)
      }
    }
    return (codes, unknown)
  }
}
