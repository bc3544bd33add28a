import Diagnostics
import Model

/// One resource, whole.
public enum GetResource: Operation {
  public static let name = "get_resource"
  public static let summary = Bilingual(ja: "一つの資源をすべて見る", en: "Show one resource, whole")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    public var id: String

    public init(id: String) { self.id = id }
  }

  public typealias Output = Resource

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Resource {
    var resource = try session.directory.resource(input.id, for: session.audience)
    if session.audience == .coordinator,
      let origin = try session.directory.provenance(input.id)
    {
      // Raw cells may hold what is not public, so only a coordinator sees where a record is from.
      var members: [String: JSONValue] = [
        "list": .string(origin.source), "key": .string(origin.key),
      ]
      if let file = origin.file { members["file"] = .string(file) }
      if let line = origin.line { members["line"] = .integer(Int64(line)) }
      let texts = [
        "cells": origin.cells, "fields": origin.fields, "evidence": origin.evidence,
      ]
      for (name, texts) in texts {
        if let texts { members[name] = .object(texts.mapValues(JSONValue.string)) }
      }
      var source = resource.source ?? Source()
      source.extra["provenance"] = .object(members)
      resource.source = source
    }
    return resource
  }
}
