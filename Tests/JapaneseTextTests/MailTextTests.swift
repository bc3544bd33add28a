import JapaneseText
import TestSupport
import Testing

/// No mailbox can have these addresses: the carriers and providers refuse their local parts today.
@Suite("Mail addresses")
struct MailTextTests {
  @Test(
    "of private persons",
    arguments: [
      "a..b@docomo.ne.jp", "a..b@ezweb.ne.jp", "a..b@au.com", "a..b@softbank.ne.jp",
      "a..b@i.softbank.jp", "a..b@t.vodafone.ne.jp", "a..b@ymobile.ne.jp", "a..b@ymail.ne.jp",
      "a..b@di.pdx.ne.jp", "a..b@rakumail.jp", "a..b@uqmobile.jp", "a..b@gmail.com",
      "A..B@GMAIL.COM", "a..b@googlemail.com", "a..b@yahoo.co.jp", "a..b@ybb.ne.jp",
      "a..b@hotmail.co.jp", "a..b@hotmail.com", "a..b@outlook.jp", "a..b@aol.jp", "a..b@live.jp",
      "a..b@icloud.com", "a..b@me.com", "a..b@nifty.com", "a..b@mva.biglobe.ne.jp",
      "a..b@wind.ocn.ne.jp", "a..b@ab2.so-net.ne.jp", "a..b@plala.or.jp", "a..b@mail.goo.ne.jp",
      "a..b@jcom.home.ne.jp", "a..b@niji.jp", "ａ．．ｂ＠ｇｍａｉｌ．ｃｏｍ", "a..b＠gmail.com", "a..b﹫gmail.com",
    ])
  func privates(_ address: String) {
    #expect(MailText.isPrivate(address))
    #expect(MailText.withoutPrivate("連絡：\(address)（夜）").text == "連絡：＊（夜）")
  }

  @Test(
    "of organizations",
    arguments: [
      "info@example.jp", "info@city.example.lg.jp", "a@notgmail.com", "a@gmail.com.example.jp",
      "a@outlook.example.jp", "a@example.ne.jp", "a@docomo.co.jp", "gmail.com", "", "@",
    ])
  func organizations(_ address: String) {
    #expect(!MailText.isPrivate(address))
    #expect(MailText.withoutPrivate(address).text == address)
  }

  @Test(
    "in running text",
    arguments: [
      ("電話かinfo@example.jpまで", ["info@example.jp"]),
      ("a@example.jp,b@example.jp", ["a@example.jp", "b@example.jp"]),
      ("ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ", ["info@example.jp"]), ("mailto:info@example.jp.", ["info@example.jp"]),
      ("@home", []), ("3個@100円", []), ("info@example", []), ("", []),
      ("a@b@example.jp", ["b@example.jp"]),
      ("info@example.jp087-000-0000", ["info@example.jp"]), ("a @ example.jp", ["a@example.jp"]),
    ])
  func found(_ text: String, _ addresses: [String]) {
    #expect(MailText.addresses(in: text) == addresses)
  }

  @Test(
    "are taken out whole",
    arguments: [
      ("a..b@gmail.com／info@example.jp", "＊／info@example.jp"),
      ("a..b@gmail.com/c..d@docomo.ne.jp", "＊/＊"), ("メール/a..b@gmail.com", "メール/＊"),
      ("a/b?c..d@docomo.ne.jp", "＊"), ("\"a..b.\"@docomo.ne.jp", "＊"),
      ("a..b @ gmail.com 田中", "＊ 田中"), ("a..b@gmail.com090-0000-0000", "＊090-0000-0000"),
      ("集会所", "集会所"),
    ])
  func masked(_ text: String, _ masked: String) {
    #expect(MailText.withoutPrivate(text).text == masked)
  }

  @Test("never are left behind")
  func property() {
    var random = SeededGenerator(seed: propertySeed("mail"))
    let pieces = [
      "a..b", "@", "＊", "*", "＠", "﹫", "gmail.com", "example.jp", ".", "..", "docomo.ne.jp", " ",
      "　", "\"",
      "/",
      "集会所", "ｇｍａｉｌ．ｃｏｍ", "-", "\u{3099}", "com", "ne.jp", "x", "1",
    ]
    for _ in 0..<20_000 {
      let text = random.text(of: pieces, count: 0...8)
      let all = MailText.addresses(in: text)
      let (rest, taken) = MailText.withoutPrivate(text)
      #expect(taken == all.filter(MailText.isPrivate), "\(text)")
      #expect(!MailText.addresses(in: rest).contains(where: MailText.isPrivate), "\(text)")
      #expect(taken.isEmpty == (rest == text), "\(text)")
    }
  }
}
