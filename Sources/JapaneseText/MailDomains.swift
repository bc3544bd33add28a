/// Domains that hand out addresses to private persons.
enum MailDomains {
  /// Whether the domain, in ASCII, or one above it is such a domain.
  static func arePrivate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lower = String(
      decoding: bytes.map { MailText.isLetter($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    var rest = lower[...]
    while let dot = rest.firstIndex(of: ".") {
      if domains.contains(rest) { return true }
      let above = rest[rest.index(after: dot)...]
      // hotmail.co.jp, outlook.jp, aol.fr …
      if brands.contains(rest[..<dot]), endings.contains(above) || above.utf8.count == 2 {
        return true
      }
      rest = above
    }
    return false
  }

  private static let brands: Set<Substring> = ["aol", "gmx", "hotmail", "outlook"]
  private static let endings: Set<Substring> = ["co.jp", "co.uk", "com", "ne.jp", "net"]

  private static let domains = Set(
    """
    docomo.ne.jp disney.ne.jp disneymobile.ne.jp mopera.net ezweb.ne.jp ido.ne.jp au.com \
    softbank.ne.jp i.softbank.jp vodafone.ne.jp jp-t.ne.jp jp-d.ne.jp ymobile.ne.jp ymobile1.ne.jp \
    y-mobile.ne.jp ymail.ne.jp emobile.ne.jp emobile-s.ne.jp emnet.ne.jp willcom.com wcm.ne.jp \
    pdx.ne.jp rakumail.jp uqmobile.jp tu-ka.ne.jp sky.tkk.ne.jp sky.tkc.ne.jp \
    gmail.com googlemail.com yahoo.co.jp yahoo.ne.jp yahoo.com ymail.com rocketmail.com ybb.ne.jp \
    live.jp live.com msn.com icloud.com me.com mac.com proton.me protonmail.com \
    nifty.com nifty.ne.jp biglobe.ne.jp biglobe.jp ocn.ne.jp so-net.ne.jp so-net.jp plala.or.jp \
    plala.jp dion.ne.jp auone-net.jp auone.jp infoseek.jp excite.co.jp goo.jp mail.goo.ne.jp \
    jcom.home.ne.jp jcom.ne.jp jcom.zaq.ne.jp zaq.ne.jp zaq.jp home.ne.jp odn.ne.jp odn.jp \
    hi-ho.ne.jp asahi-net.or.jp wakwak.com t-com.ne.jp tcom.ne.jp eonet.ne.jp bbiq.jp pikara.ne.jp \
    commufa.jp megaegg.ne.jp tiki.ne.jp niji.jp livedoor.com freeml.com inter7.jp
    """.split(separator: " "))
}
