import Model

/// What a phrase about eligibility (対象) says: conditions, and whether that is all it says. Spans are
/// places of unicode scalars in the phrase (`String.phrase(_:)`).
public struct EligibilityReading: Sendable, Hashable {
  /// In the order of the phrase.
  public internal(set) var conditions: [EligibilityCondition] = []
  /// What restricts nobody: 先着順, 要予約.
  public internal(set) var notes: [Range<Int>] = []
  public internal(set) var leftover: [Range<Int>] = []
  /// Whether conditions are all that the phrase says.
  public internal(set) var isComplete = false
  /// どなたでも, 制限なし; conditions may stand beside it (市内在住の方ならどなたでも).
  public internal(set) var isOpen = false
  /// Years; nil where the phrase does not decide it.
  public internal(set) var minAge: Double?
  public internal(set) var maxAge: Double?
  /// Whether おおむね stands before the age.
  public internal(set) var isAgeApproximate = false
  /// The only care levels that may come, lowest first; empty when the phrase does not decide it.
  public internal(set) var careLevels: [CareLevel] = []
}

extension EligibilityReading {
  /// Whether nobody is turned away for their age, in so many words: どなたでも, 市内在住の方ならどなたでも.
  public var isForAllAges: Bool {
    isForAll(beside: [.residence, .work, .study, .membership, .interest, .accompanied])
  }

  /// Whether nobody is turned away for their care level: 65歳以上の方ならどなたでも too.
  public var isForAllCareLevels: Bool {
    isForAll(
      beside: [
        .residence, .work, .study, .membership, .interest, .accompanied, .age, .women, .men,
      ])
  }

  /// `kinds`: conditions that are of something else.
  private func isForAll(beside kinds: Set<EligibilityKind>) -> Bool {
    isComplete && isOpen
      && conditions.allSatisfy {
        $0.role == .example || $0.role == .preferred
          || ($0.role == .required && kinds.contains($0.kind))
      }
  }
}

/// One condition of a phrase.
public struct EligibilityCondition: Sendable, Hashable {
  public var kind: EligibilityKind
  public var role = EligibilityRole.required
  /// How it is joined to the condition before it.
  public var join = EligibilityJoin.and
  /// Years, both ends inside; of `age` alone.
  public var minAge: Double?
  public var maxAge: Double?
  public var isApproximate = false
  /// Of `careLevel` alone.
  public var careLevels: [CareLevel] = []
  /// The place that is named, of `residence`, `work` and `study`.
  public var area: Range<Int>?
  public var span: Range<Int>
}

public enum EligibilityKind: String, Sendable, Hashable, CaseIterable {
  case age
  /// 在住, 市民, 地区の方.
  case residence
  /// 在勤.
  case work
  /// 在学.
  case study
  /// ひとり暮らし, 独居.
  case livingAlone
  /// 高齢者のみの世帯.
  case elderlyHousehold
  /// 日中独居.
  case daytimeAlone
  case careLevel
  /// 障害者手帳.
  case handbook
  case women, men
  /// 民生委員が認めた, 運動制限のない, チェックリスト該当.
  case screening
  case membership
  /// 介護者, 家族.
  case carer
  /// 高齢者, without an age.
  case elderly
  /// 小学生, 中学生以下, 未就学児.
  case child
  /// 保護者, 親子.
  case parent
  /// 認知症, 障害.
  case health
  /// 生活困窮, ひとり親.
  case need
  /// 興味のある方.
  case interest
  /// 団体, グループ.
  case group
  /// 保護者同伴, for a part of those who come.
  case accompanied
}

public enum EligibilityRole: String, Sendable, Hashable, CaseIterable {
  case required
  /// 対象外, 除く.
  case excluded
  /// 優先.
  case preferred
  /// One of those named before どなたでも.
  case example
}

public enum EligibilityJoin: String, Sendable, Hashable, CaseIterable {
  case and
  case or
  /// A mere 、, which may be either.
  case list
}
