import HTTPTypes
import Hummingbird

extension Request {
    /// Whether a program asks, which reads no pages.
    var isOfAPI: Bool { uri.path.hasPrefix("/api/") }
}

extension ErrorPages {
    /// Who shows neither a session nor a key, where a program asks.
    func keyMissing(_ context: AppContext) -> Response {
        .refused("sleutel", face.words(context)("coupling.sleutel"), .unauthorized)
    }

    /// The word of a refusal, as programs hear it.
    static func code(_ key: String) -> String {
        switch key {
        case "forbidden", "foreign", "of_another": "niet_toegestaan"
        case "missing": "onbekend"
        case "large": "te_groot"
        case "long": "te_lang"
        case "many": "te_veel"
        case "unreadable": "onleesbaar"
        default: "storing"
        }
    }
}
