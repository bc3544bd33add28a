extension ErrorCatalogue {
  /// The workspace (作業フォルダ).
  static let workspace: [ErrorEntry] = [
    ErrorEntry(
      "workspace.missing", .failed, .workspace,
      ja: "作業フォルダがありません: {path}", en: "there is no workspace at {path}",
      hintJa: "`sasae init` で作ってください（`sasae init --sample` は見本の町つき）",
      hintEn: "make one with `sasae init` (`sasae init --sample` brings a sample town)"),
    ErrorEntry(
      "workspace.exists", .failed, .workspace,
      ja: "作業フォルダはもうあります: {path}", en: "there is a workspace already at {path}",
      hintJa: "そのまま使えます。別に作るなら `--workspace` で場所を変えてください",
      hintEn: "use it as it is, or name another place with `--workspace`"),
    ErrorEntry(
      "workspace.read-only", .failed, .workspace,
      ja: "書き込めません: {path}", en: "can't write to {path}",
      hintJa: "権限を確かめるか、`--workspace` で書ける場所を指定してください",
      hintEn: "check its permissions, or name a writable place with `--workspace`"),
    ErrorEntry(
      "workspace.busy", .failed, .workspace,
      ja: "ほかの sasae が書き込み中です: {path}", en: "another sasae is writing to {path}",
      hintJa: "終わるのを待って、もう一度実行してください", hintEn: "wait for it to end and try again"),
    ErrorEntry(
      "workspace.newer", .failed, .workspace,
      ja: "この作業フォルダは新しい版の sasae のものです（{detail}）",
      en: "this workspace was made by a newer sasae ({detail})",
      hintJa: "sasae を新しくしてください", hintEn: "update sasae"),
    ErrorEntry(
      "workspace.damaged", .failed, .workspace,
      ja: "名簿のデータベースが壊れています（{detail}）", en: "the registry is damaged ({detail})",
      hintJa: "`sasae doctor` で調べ、写しがあれば registry.sqlite を戻してください",
      hintEn: "run `sasae doctor`; restore registry.sqlite from a copy if there is one"),
    ErrorEntry(
      "workspace.index", .failed, .workspace,
      ja: "索引が使えません（{detail}）", en: "the index can't be used ({detail})",
      hintJa: "`sasae doctor --repair` で作り直せます（名簿は失われません）",
      hintEn: "`sasae doctor --repair` rebuilds it; the registry loses nothing"),
    ErrorEntry(
      "workspace.disk-full", .failed, .workspace,
      ja: "ディスクがいっぱいです", en: "the disk is full",
      hintJa: "空きを作ってから、もう一度実行してください。ここまでの記録は無事です",
      hintEn: "make room and try again; what was acknowledged is safe"),
  ]
}
