/// Markup that was made by us and holds no text of others unescaped; the only kind that a template draws as it is.
struct SafeMarkup: Sendable {
    let markup: String

    /// Takes over a drawing made by our own BPMN writer, unless it carries anything that runs or loads.
    init?(drawing svg: String) {
        let bytes = svg.utf8.map(SafeMarkup.lower)
        guard bytes.starts(with: "<svg".utf8), !bytes.indices.contains(where: { SafeMarkup.isDangerous(bytes[$0...]) })
        else { return nil }
        markup = svg
    }

    /// Elements and addresses that run or load something.
    private static let forbidden = ["<script", "<foreignobject", "javascript:", "<iframe", "<image"].map {
        Array($0.utf8)
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte
    }

    private static func isDangerous(_ rest: ArraySlice<UInt8>) -> Bool {
        switch rest.first {
        case UInt8(ascii: "<"), UInt8(ascii: "j"): forbidden.contains { rest.starts(with: $0) }
        case .some(let byte) where isSpace(byte): isHandler(rest.dropFirst())
        default: false
        }
    }

    /// An attribute such as `onclick =`.
    private static func isHandler(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.starts(with: "on".utf8) else { return false }
        let after = rest.dropFirst(2).drop { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
        return after.count < rest.count - 2 && after.drop(while: isSpace).first == UInt8(ascii: "=")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
