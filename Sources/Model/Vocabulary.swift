import Diagnostics

/// A closed list of words that stand in JSON, each with its label.
public protocol Vocabulary: RawRepresentable<String>, CaseIterable, Codable, Sendable, Hashable {
  var label: Bilingual { get }
}

extension Vocabulary {
  /// The words, comma separated, for an error text.
  public static var known: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

/// What a person does with a resource: the handbook's three kinds (厚木市『手引き』).
public enum ResourceKind: String, Vocabulary {
  /// 利用する資源: services to use.
  case use
  /// 参加する資源: activities to join.
  case join
  /// 活動のための資源: places, people, funds and information that make activities possible.
  case enable

  public var label: Bilingual {
    switch self {
    case .use: Bilingual(ja: "利用する資源", en: "to use")
    case .join: Bilingual(ja: "参加する資源", en: "to join")
    case .enable: Bilingual(ja: "活動のための資源", en: "to enable")
    }
  }
}

/// Whether a resource runs.
public enum ResourceStatus: String, Vocabulary {
  case active
  /// 休止中.
  case paused
  /// 終了: kept so that its id still resolves; never found by search.
  case retired
  /// 資源化できるもの: could become a resource; never matched unless asked.
  case potential

  public var label: Bilingual {
    switch self {
    case .active: Bilingual(ja: "実施中", en: "active")
    case .paused: Bilingual(ja: "休止中", en: "paused")
    case .retired: Bilingual(ja: "終了", en: "retired")
    case .potential: Bilingual(ja: "資源化できるもの", en: "potential")
    }
  }
}

/// How person and resource meet.
public enum ReachMode: String, Vocabulary {
  /// The person comes to the place.
  case venue
  /// Someone comes to the home (訪問).
  case visit
  /// A thing comes to the home (配達・配食).
  case delivery
  case phone
  case post
  case online
  /// The person is fetched (送迎).
  case pickup
  /// A vehicle stops near the home (巡回・路線).
  case route

  public var label: Bilingual {
    switch self {
    case .venue: Bilingual(ja: "通う", en: "at a venue")
    case .visit: Bilingual(ja: "訪問", en: "home visit")
    case .delivery: Bilingual(ja: "お届け", en: "delivery")
    case .phone: Bilingual(ja: "電話", en: "by phone")
    case .post: Bilingual(ja: "郵送", en: "by post")
    case .online: Bilingual(ja: "オンライン", en: "online")
    case .pickup: Bilingual(ja: "送迎", en: "pick-up")
    case .route: Bilingual(ja: "巡回", en: "stops nearby")
    }
  }
}

/// Who runs a resource (実施主体).
public enum ProviderType: String, Vocabulary {
  case residents, volunteer, npo, shakyo, cooperative, company, medical, care, school, government
  case person

  public var label: Bilingual {
    switch self {
    case .residents: Bilingual(ja: "住民団体", en: "residents")
    case .volunteer: Bilingual(ja: "ボランティア", en: "volunteers")
    case .npo: Bilingual(ja: "NPO", en: "NPO")
    case .shakyo: Bilingual(ja: "社会福祉協議会", en: "social welfare council")
    case .cooperative: Bilingual(ja: "協同組合", en: "cooperative")
    case .company: Bilingual(ja: "企業・商店", en: "company")
    case .medical: Bilingual(ja: "医療機関", en: "medical")
    case .care: Bilingual(ja: "介護事業者", en: "care provider")
    case .school: Bilingual(ja: "学校", en: "school")
    case .government: Bilingual(ja: "行政", en: "government")
    case .person: Bilingual(ja: "個人", en: "a person")
    }
  }
}

/// Who may see a contact, and who is looking (audience): each sees its own level and those before.
public enum Visibility: String, Vocabulary, Comparable {
  case `public`
  /// 専門職（ケアマネジャー・包括）.
  case professionals
  /// 生活支援コーディネーター.
  case coordinator

  public var label: Bilingual {
    switch self {
    case .public: Bilingual(ja: "公開", en: "public")
    case .professionals: Bilingual(ja: "専門職", en: "professionals")
    case .coordinator: Bilingual(ja: "コーディネーター", en: "coordinator")
    }
  }

  var level: Int {
    switch self {
    case .public: 0
    case .professionals: 1
    case .coordinator: 2
    }
  }

  public static func < (a: Visibility, b: Visibility) -> Bool { a.level < b.level }
}

/// How exact a coordinate is.
public enum Precision: String, Vocabulary {
  case building, block, town, city

  public var label: Bilingual {
    switch self {
    case .building: Bilingual(ja: "建物", en: "building")
    case .block: Bilingual(ja: "街区", en: "block")
    case .town: Bilingual(ja: "町丁目", en: "town")
    case .city: Bilingual(ja: "市区町村", en: "city")
    }
  }

  /// Roughly how far the point may be from the door, in metres. A town's point was 200 to 500 m off
  /// in the towns of the sample (docs/reference-data.md); the others are of the same kind.
  public var radius: Double {
    switch self {
    case .building: 30
    case .block: 100
    case .town: 350
    case .city: 5_000
    }
  }
}

/// Days of the week by their iCalendar names.
public enum Weekday: String, Vocabulary, Comparable {
  case monday = "MO"
  case tuesday = "TU"
  case wednesday = "WE"
  case thursday = "TH"
  case friday = "FR"
  case saturday = "SA"
  case sunday = "SU"

  /// `TU`, in any case, or the Japanese word: 火, 火曜, 火曜日.
  public init?(word: String) {
    if let day = Self(rawValue: word.uppercased()) {
      self = day
    } else if let day = Self.allCases.first(where: {
      [$0.label.ja, $0.label.ja + "曜", $0.label.ja + "曜日"].contains(word)
    }) {
      self = day
    } else {
      return nil
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = Self(word: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected: \(Self.known), 火, 火曜, 火曜日")
    }
    self = day
  }

  /// 0 for Monday to 6 for Sunday.
  public var index: Int {
    switch self {
    case .monday: 0
    case .tuesday: 1
    case .wednesday: 2
    case .thursday: 3
    case .friday: 4
    case .saturday: 5
    case .sunday: 6
    }
  }

  public var label: Bilingual {
    switch self {
    case .monday: Bilingual(ja: "月", en: "Mon")
    case .tuesday: Bilingual(ja: "火", en: "Tue")
    case .wednesday: Bilingual(ja: "水", en: "Wed")
    case .thursday: Bilingual(ja: "木", en: "Thu")
    case .friday: Bilingual(ja: "金", en: "Fri")
    case .saturday: Bilingual(ja: "土", en: "Sat")
    case .sunday: Bilingual(ja: "日", en: "Sun")
    }
  }

  public static func < (a: Weekday, b: Weekday) -> Bool { a.index < b.index }
}

/// 要介護度 and what comes before it.
public enum CareLevel: String, Vocabulary, Comparable {
  /// 非該当・認定なし.
  case none
  /// 事業対象者.
  case target
  case support1, support2, care1, care2, care3, care4, care5

  public var label: Bilingual {
    switch self {
    case .none: Bilingual(ja: "認定なし", en: "not certified")
    case .target: Bilingual(ja: "事業対象者", en: "programme target")
    case .support1: Bilingual(ja: "要支援1", en: "support level 1")
    case .support2: Bilingual(ja: "要支援2", en: "support level 2")
    case .care1: Bilingual(ja: "要介護1", en: "care level 1")
    case .care2: Bilingual(ja: "要介護2", en: "care level 2")
    case .care3: Bilingual(ja: "要介護3", en: "care level 3")
    case .care4: Bilingual(ja: "要介護4", en: "care level 4")
    case .care5: Bilingual(ja: "要介護5", en: "care level 5")
    }
  }

  /// The word itself or what people write: 要支援2, 要支援２, 非該当, 自立.
  public init?(word: String) {
    var plain = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      let isFullWidth = (0xFF10...0xFF19).contains(scalar.value)
      plain.append(
        isFullWidth ? Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)) : scalar)
    }
    let text = String(plain)
    if let level = Self(rawValue: text) ?? Self.allCases.first(where: { $0.label.ja == text }) {
      self = level
    } else if ["非該当", "自立", "認定を受けていない", "なし"].contains(text) {
      self = .none
    } else {
      return nil
    }
  }

  /// By its word or by the Japanese one (CONTRACT.md, `careLevel`).
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard
      let level = Self(word: text)
    else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: Self.known)
    }
    self = level
  }

  public static func < (a: CareLevel, b: CareLevel) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}
