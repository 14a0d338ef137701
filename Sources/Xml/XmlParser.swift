import Basics
import CXml

/// libxml2's push parser with handlers of our own: it builds no tree, resolves nothing and stops at the first bound.
final class XmlParser {
    let bounds: XmlBounds
    var pieces = XmlPieces()
    private(set) var fault: XmlFault?
    private(set) var warnings: [Diagnostic] = []
    private var context: xmlParserCtxtPtr?
    private var depth = 0
    /// Whether all bytes have been given.
    private(set) var isFinishing = false
    private var elements = 0
    private var size = 0
    private var opening: [UInt8] = []
    private var text: [UInt8] = []
    private var words: [UnsafePointer<UInt8>: String] = [:]

    init(bounds: XmlBounds) { self.bounds = bounds }

    deinit {
        if let context { xmlFreeParserCtxt(context) }
    }

    /// Whether an element has begun that has not ended.
    var isOpen: Bool { depth > 0 }

    var line: Int { context?.pointee.input.map { Int($0.pointee.line) } ?? 1 }
}

extension XmlParser {
    /// Bytes go in by pieces so small that no tag can pass its bound unseen.
    private static let piece = 16 << 10

    func feed(_ bytes: [UInt8]) {
        size += bytes.count
        if size > bounds.total { return refuse(.outOfBounds("the file is over \(bounds.total) bytes", line: line)) }
        var rest = bytes[...]
        if context == nil { rest = open(with: rest) }
        while !rest.isEmpty, fault == nil {
            parse(rest.prefix(Self.piece), isLast: false)
            rest = rest.dropFirst(Self.piece)
        }
    }

    func finish() {
        if context == nil { start(with: opening) }
        isFinishing = true
        if fault == nil { parse([], isLast: true) }
    }

    /// The first four bytes tell the encoding; until they are there the parser waits.
    private func open(with bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let missing = 4 - opening.count
        opening += bytes.prefix(missing)
        if opening.count == 4 { start(with: opening) }
        return bytes.dropFirst(missing)
    }

    private func start(with bytes: [UInt8]) {
        xmlInitParser()
        var handler = Self.handler
        let myself = Unmanaged.passUnretained(self).toOpaque()
        context = bytes.withUnsafeBytes {
            xmlCreatePushParserCtxt(
                &handler, myself, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), nil)
        }
        // NOENT makes `&amp;` in attributes a plain character; no other entity can be declared, so none is expanded.
        if let context { xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue)) }
    }

    private func parse(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
        _ = bytes.withUnsafeBytes {
            xmlParseChunk(
                context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), isLast ? 1 : 0)
        }
        if let input = context?.pointee.input, input.pointee.end - input.pointee.cur > bounds.tag {
            refuse(.outOfBounds("a tag or comment is over \(bounds.tag) bytes", line: line))
        }
    }

    func refuse(_ reason: XmlFault) {
        if fault == nil { fault = reason }
        if let context { xmlStopParser(context) }
    }

    func warn(_ diagnostic: Diagnostic) {
        if warnings.count < 100 { warnings.append(diagnostic) }
    }
}

extension XmlParser {
    func open(_ start: XmlStart) {
        endText()
        depth += 1
        elements += 1
        if elements > bounds.elements {
            return refuse(.outOfBounds("there are over \(bounds.elements) elements", line: start.line))
        }
        if depth > bounds.depth {
            return refuse(.outOfBounds("elements are nested more than \(bounds.depth) deep", line: start.line))
        }
        pieces.add(.start(start))
    }

    func close(_ name: XmlName) {
        endText()
        depth -= 1
        pieces.add(.end(name))
    }

    func add(text bytes: UnsafeBufferPointer<UInt8>) {
        text += bytes
        if text.count > bounds.text { refuse(.outOfBounds("a text is over \(bounds.text) bytes", line: line)) }
    }

    func add(_ piece: XmlPiece) {
        endText()
        pieces.add(piece)
    }

    private func endText() {
        guard !text.isEmpty else { return }
        pieces.add(.text(String(decoding: text, as: UTF8.self)))
        text.removeAll(keepingCapacity: true)
    }

    /// A name from the parser's dictionary, where equal names have equal addresses.
    func word(_ address: UnsafePointer<UInt8>) -> String {
        if let known = words[address] { return known }
        let word = String(cString: address)
        words[address] = word
        return word
    }
}
