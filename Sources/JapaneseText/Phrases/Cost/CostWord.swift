/// What a word means in a phrase about costs.
enum CostWord: Sendable {
  case fee(FeeKind)
  case payer(PayerKind)
  case unit(CostUnit)
  /// 月額, 年間: a unit without its number.
  case term(CostUnit)
  case yen
  case free
  /// なし, which is free only behind a label.
  case nothing
  /// The price is open: 応相談, 実費, カンパ, 程度, 約.
  case open
  /// につき, あたり.
  case each
  case from, upTo, below
  case half, off, tenths, percent, burden
  case times
  /// 平日, 月～金曜日, 長期休暇.
  case day
  case clock(CostClock)
  /// 込, 付.
  case included
  case ticket
  case age
  /// 令和, before a date.
  case era
  /// 参加, 利用: may stand before a count as well.
  case deed
  /// 各 before a price: one of each of several things.
  case every
  case and
  case copula
  /// Changes no price: 税込, 要予約, 現金のみ.
  case note
  /// Begins another field: 定員：, 申込：.
  /// True for 詳しくは, which needs no colon.
  case field(Bool)
  /// 割引, behind who gets it.
  case reduced
  /// を除く, behind a condition.
  case except
  /// ただし.
  case but
  /// 第, of 第3土曜日.
  case ordinal
  /// 場合, behind a condition.
  case inCase
  /// 加算: on top of another price.
  case added
  /// その他, before a price.
  case rest
  /// Words that make a remark matter: 場合, のみ, 異なる, 別途.
  case risk
  case topic
}

enum CostClock: Sendable { case hour, minute, month, monthCount, day, half }
