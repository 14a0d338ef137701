import CXml

/// What an HTML page holds, in order; names are in lower case, and what browsers mend is mended.
public enum HtmlEvent: Hashable, Sendable {
    case start(String, attributes: [String: String])
    case end(String)
    case text(String)
}

/// Reads HTML as people's programs write it: libxml2's lenient parser with handlers of our own, which builds no tree.
public enum HtmlReader {
    /// Gives each piece to `meet`, until the end or until it answers false.
    public static func read(_ html: [UInt8], meet: (HtmlEvent) -> Bool) {
        guard !html.isEmpty, html.count < Int(Int32.max), let context = htmlNewParserCtxt() else { return }
        defer { htmlFreeParserCtxt(context) }
        withoutActuallyEscaping(meet) { meet in
            let listener = HtmlListener(context, meet)
            let myself = Unmanaged.passRetained(listener)
            defer { myself.release() }
            context.pointee.sax.pointee = HtmlListener.handler
            context.pointee.userData = myself.toOpaque()
            let options = HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            html.withUnsafeBytes { bytes in
                let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                _ = htmlCtxtReadMemory(context, start, Int32(bytes.count), nil, "UTF-8", Int32(options))
            }
        }
    }
}

/// Hears the parser and stops it when nobody wants more.
private final class HtmlListener {
    private let context: htmlParserCtxtPtr
    private let meet: (HtmlEvent) -> Bool

    init(_ context: htmlParserCtxtPtr, _ meet: @escaping (HtmlEvent) -> Bool) {
        self.context = context
        self.meet = meet
    }

    private func tell(_ event: HtmlEvent) { if !meet(event) { xmlStopParser(context) } }

    private static func at(_ me: UnsafeMutableRawPointer?) -> HtmlListener? {
        me.map { Unmanaged<HtmlListener>.fromOpaque($0).takeUnretainedValue() }
    }

    static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { me, name, attributes in
            guard let name else { return }
            let start = HtmlEvent.start(String(cString: name), attributes: HtmlListener.pairs(attributes))
            HtmlListener.at(me)?.tell(start)
        }
        handler.endElement = { me, name in
            guard let name else { return }
            HtmlListener.at(me)?.tell(.end(String(cString: name)))
        }
        handler.characters = { me, text, count in
            let bytes = UnsafeBufferPointer(start: text, count: Int(count))
            HtmlListener.at(me)?.tell(.text(String(decoding: bytes, as: UTF8.self)))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        return handler
    }

    /// Names and values in turn, until a name is missing.
    private static func pairs(_ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) -> [String: String] {
        guard var place = list else { return [:] }
        var found: [String: String] = [:]
        while let name = place[0], found.count < 100 {
            found[String(cString: name)] = place[1].map { String(cString: $0) } ?? ""
            place += 2
        }
        return found
    }
}
