/// What an older person walks, and how long it takes.
///
/// Property advertisements in Japan count 80 m of road as a minute (不動産の表示に関する公正競争規約施行規則, 徒歩による所要時間):
/// 1.33 m/s, the pace of a healthy adult, which is too fast for those this program is for.
public enum Walking {
  /// Metres a minute for an older person: 0.8 m/s.
  ///
  /// Known: a usual gait below 1.0 m/s counts as low physical performance (AWGS 2019, the consensus on
  /// sarcopenia in Asia), one of 0.8 m/s or less as severe in Europe (EWGSOP2, 2019). Assumed by this
  /// project: 0.8 m/s is what should be counted on for somebody of whom nothing else is known, most of
  /// all from 75 on, so that nobody is sent farther than the time that is told.
  public static let metresPerMinute = 48.0
  /// Street distance over straight line. Assumed by this project for built-up areas; across a river or a
  /// railway it is more, and the answer says 約.
  public static let detour = 1.3
  /// What a person is taken to walk when nothing is said: 500 m in a straight line, the distance older
  /// people name most in the Cabinet Office's 2009 survey on walking (内閣府, 歩いて暮らせるまちづくり).
  public static let defaultMetres = 500.0
  /// A stated straight-line limit is met up to this much beyond it (`mobility.metres` of a match).
  public static let tolerance = 1.15

  /// Metres along streets for metres in a straight line.
  public static func streetMetres(straightLine metres: Double) -> Double { metres * detour }

  /// Minutes on foot for metres in a straight line.
  public static func minutes(straightLine metres: Double) -> Double {
    streetMetres(straightLine: metres) / metresPerMinute
  }

  /// Metres in a straight line that so many minutes on foot cover.
  public static func straightLine(minutes: Double) -> Double {
    minutes * metresPerMinute / detour
  }
}
