package import Diagnostics

extension DownloadError {
    package func message(in language: Language) -> String {
        switch self {
        case .noCurl:
            language.choose(
                ko: "내려받는 데 쓰는 curl이 없습니다. 설치하십시오(예: apt install curl)",
                ja: "ダウンロードに使う curl がありません。インストールしてください(例: apt install curl)",
                en: "curl, which fetches files, is not there; install it (for instance with apt install curl)")
        case .noConnection(let address, let reason):
            language.choose(
                ko: "\(address)에 연결할 수 없습니다. 네트워크에 연결되어 있는지 확인하고 다시 하십시오. 데이터가 없어도 수업은 "
                    + "표본 데이터로 실행됩니다 (\(reason))",
                ja: "\(address) に接続できません。ネットワークを確認してもう一度実行してください。データがなくても、レッスンは"
                    + "見本データで動きます (\(reason))",
                en:
                    "\(address) cannot be reached; check the network and try again. Lessons run without it on sample data "
                    + "(\(reason))")
        case .refused(let address, let status):
            language.choose(
                ko: "서버가 \(address) 파일을 주지 않습니다 (HTTP \(status)). 나중에 다시 하거나 --from으로 다른 주소를 지정하십시오",
                ja: "サーバーが \(address) を渡しません (HTTP \(status))。後でもう一度試すか、--from で別のアドレスを指定してください",
                en:
                    "the server does not give out \(address) (HTTP \(status)); try later, or name another address with --from"
            )
        case .cutOff(let address):
            language.choose(
                ko: "\(address): 다 받기 전에 연결이 끊겼습니다. 다시 하면 받은 데서 이어집니다",
                ja: "\(address): 途中で接続が切れました。もう一度実行すると続きから始まります",
                en: "\(address): the connection ended too early; run the command again to go on from there")
        case .cannotResume: "\(self)"
        case .wrongSum(let name, let expected, let found):
            language.choose(
                ko: "\(name): 받은 파일이 공개된 것과 다릅니다.\n  공개된 값: \(expected)\n  받은 파일: \(found)\n  파일을 버렸습니다. 다시 하십시오",
                ja: "\(name): 受け取ったファイルが公開されたものと違います。\n  公開された値: \(expected)\n  受け取った値: \(found)\n"
                    + "  ファイルは捨てました。もう一度実行してください",
                en:
                    "\(name): what arrived is not the published file.\n  published: \(expected)\n  arrived:   \(found)\n"
                    + "  It was thrown away; try again")
        case .unreadable(let path, let reason):
            language.choose(
                ko: "\(path) 파일을 읽을 수 없습니다: \(reason)", ja: "\(path) を読めません: \(reason)",
                en: "\(path) cannot be read: \(reason)")
        case .unwritable(let path, let reason):
            language.choose(
                ko: "\(path)에 쓸 수 없습니다: \(reason)", ja: "\(path) に書けません: \(reason)",
                en: "\(path) cannot be written: \(reason)")
        case .failed(let address, let reason):
            language.choose(
                ko: "\(address) 파일을 받지 못했습니다: \(reason)", ja: "\(address) を取得できませんでした: \(reason)",
                en: "\(address) could not be fetched: \(reason)")
        }
    }
}
