import Model
import TextIndex

extension SmallIndex {
  /// Five documents: 1 to 4 with facts, 5 with words alone.
  static func town() throws -> SmallIndex {
    let index = try SmallIndex()
    try index.write { writer in
      try writer.put(1, "サロン番町 碁") { document in
        document.addTerm(Term.kind(.join))
        document.addTerm(Term.day(.tuesday))
        document.setNumber(.costMin, 0)
        document.setText(.area, "番町")
        document.setCoordinate(Coordinate(lat: 34.340, lng: 134.040))
      }
      try writer.put(2, "サロン錦町 サロン") { document in
        document.addTerm(Term.kind(.join))
        document.setNumber(.costMin, 100)
        document.setText(.area, "錦町")
        document.setCoordinate(Coordinate(lat: 34.345, lng: 134.040))
      }
      try writer.put(3, "見守り配食") { document in
        document.addTerm(Term.kind(.use))
        document.setNumber(.costMin, -5)
        document.setText(.area, "番町")
        document.setCoordinate(Coordinate(lat: 34.400, lng: 134.040))
      }
      try writer.put(4, "配食 碁") { document in
        document.addTerm(Term.kind(.use))
        document.addTerm(Term.unknown(.place))
        document.setNumber(.costMin, 1_500.5)
      }
      try writer.put(5, "碁")
    }
    return index
  }
}
