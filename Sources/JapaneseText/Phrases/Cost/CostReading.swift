/// What a phrase about costs (費用) says: prices with their units and payers, and whether that is all
/// it says. Spans are places of unicode scalars in the phrase (`String.phrase(_:)`).
public struct CostReading: Sendable, Hashable {
  /// In the order of the phrase.
  public internal(set) var prices: [StatedPrice] = []
  /// What was understood to change no price: 要予約, 税込.
  public internal(set) var notes: [Range<Int>] = []
  /// What was not understood, or says that a price is open (応相談, 実費, 程度).
  public internal(set) var leftover: [Range<Int>] = []
  /// Whether prices are all that the phrase says, and each is certain.
  public internal(set) var isComplete = false
  /// Lowest and highest price of one use by one grown-up in yen, and per what; set only when the
  /// phrase is complete and decides it. `max` alone is nil for 100円～.
  public internal(set) var min: Double?
  public internal(set) var max: Double?
  /// `visit` `month` `year` `day` `hour` `meal` `person`, `30min` and other numbers of minutes, as `cost.per` of docs/resource.md.
  public internal(set) var per: String?
}

/// One price of a phrase.
public struct StatedPrice: Sendable, Hashable {
  public var value: PriceValue
  /// 1回, 30分, 1人 … in the order of the phrase.
  public var units: [PriceUnit] = []
  /// Who pays it; empty when the phrase does not say.
  public var payers: [Payer] = []
  public var fee: FeeKind?
  /// What it is for, in the phrase's own words: オンライン聴講料, テントサイト.
  public var item: Range<Int>?
  /// When it holds: 土曜日, 8月, 7:00～7:30.
  public var conditions: [Range<Int>] = []
  public var span: Range<Int>
  /// Whether the units stand before the amount (1回大人200円、子ども100円), and so hold for the next too.
  var unitsLead = false
}

/// How much.
public enum PriceValue: Sendable, Hashable {
  /// Yen from the first to the second; nil where the phrase sets no bound. Free is 0 to 0.
  case yen(Double?, Double?)
  /// Percent of the price that is paid: 半額, 1割負担.
  case share(Double)
  /// Yen off the price: 100円引.
  case discount(Double)
}

/// For how much of what a price is.
public struct PriceUnit: Sendable, Hashable {
  public var count: Double
  public var unit: CostUnit
}

/// What is counted.
public enum CostUnit: String, Sendable, Hashable, CaseIterable {
  case visit, month, year, week, day, night, hour, minute, meal, person, family, group, kilometre
  /// 枚, 個, 杯, 台, 室 and the like.
  case piece
  /// A ticket or several (回数券, 10枚つづり, 1日券).
  case ticket
  /// 区間 of a bus line.
  case section
}

/// What is paid.
public enum FeeKind: String, Sendable, Hashable, CaseIterable {
  /// 参加費, 利用料, 入場料: the price of taking part.
  case taking
  /// 材料費, 教材費, お茶代, 保険料 …: beside the price.
  case extra
  /// 年会費, 会費, 登録料, 協力金.
  case membership
  /// 交通費, ガソリン代, 運賃 of a helper's car.
  case travel
}

/// Who pays.
public struct Payer: Sendable, Hashable {
  public var kind: PayerKind
  /// Whether this narrows the payer before it (市外の大人) and is no other one (大人・高校生).
  public var narrows = false
  /// Years, for 18歳以下 and the like; both ends are inside.
  public var minAge: Double?
  public var maxAge: Double?
  public var span: Range<Int>
}

public enum PayerKind: String, Sendable, Hashable, CaseIterable {
  case adult, child, student, senior, guardian, member, nonmember, resident, nonresident, disabled
  /// 団体, 20人以上.
  case group
  /// Households in need: 生活保護世帯, ひとり親家庭.
  case need
  /// By age alone.
  case age
}
