import Basics
import Testing
import Xml

/// Each is refused by name, and in far less time than it would take to swallow.
@Suite struct HostileXmlTests {
    private static let bomb =
        "<!DOCTYPE a [<!ENTITY e0 'ha'>"
        + (1...60).map { "<!ENTITY e\($0) '&e\($0 - 1);&e\($0 - 1);'>" }.joined() + "]><a b='&e60;'>&e60;</a>"

    @Test(arguments: [
        ("<?xml version='1.0'?>\n" + bomb, "xml-document-type", 2),
        ("<!DOCTYPE a SYSTEM 'http://localhost:1/x.dtd'><a/>", "xml-document-type", 1),
        ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "xml-document-type", 1),
        ("<a>\n\n&nbsp;</a>", "xml-not-well-formed", 3),
        ("<a>\n<b>", "xml-cut-off", 2),
        ("<a>\n</b>", "xml-not-well-formed", 2),
        ("<a b='1' b='2'/>", "xml-not-well-formed", 1),
        ("", "xml-not-well-formed", 1),
        ("<a", "xml-cut-off", 1),
        ("no xml at all", "xml-empty", 1),
        ("<a/><b/>", "xml-not-well-formed", 1),
        ("<a>\u{1}</a>", "xml-not-well-formed", 1),
    ])
    func `what is not plain well-formed XML is refused with its line`(text: String, code: String, line: Int) {
        let fault = #expect(throws: XmlFault.self) { try XmlDocument(text) }
        #expect(fault?.diagnostic.code == code)
        #expect(fault?.diagnostic.line == line)
    }

    @Test(.timeLimit(.minutes(1)), arguments: Excess.allCases)
    func `what is too much is refused without being read to its end`(excess: Excess) {
        let fault = #expect(throws: XmlFault.self) { try XmlDocument(excess.bytes) }
        #expect(fault?.diagnostic.code == "xml-out-of-bounds", "\(fault.map(\.description) ?? "")")
    }

    @Test func `a file over its total is refused`() {
        let text = "<a>" + String(repeating: "<b/>", count: 1000) + "</a>"
        let fault = #expect(throws: XmlFault.self) {
            try XmlDocument(Array(text.utf8), bounds: XmlBounds(total: 1000))
        }
        #expect(fault?.diagnostic.code == "xml-out-of-bounds")
    }

    @Test func `a file with more elements than allowed is refused`() throws {
        let bytes = Array(("<a>" + String(repeating: "<b/>", count: 100) + "</a>").utf8)
        let fault = #expect(throws: XmlFault.self) { try XmlDocument(bytes, bounds: XmlBounds(elements: 100)) }
        #expect(fault?.diagnostic.code == "xml-out-of-bounds")
        #expect(try XmlDocument(bytes, bounds: XmlBounds(elements: 101)).root.children.count == 100)
    }

    @Test func `a file cut off at any byte gives a fault, never a crash`() throws {
        let text = "<?xml version='1.0' encoding='UTF-8'?><a x='\u{E9}'><!-- c --><b>t&lt;</b><![CDATA[d]]></a>"
        let bytes = Array(text.utf8)
        for count in 0..<bytes.count {
            #expect(throws: XmlFault.self) { try XmlDocument(Array(bytes.prefix(count))) }
        }
    }

    @Test func `random damage gives a tree or a fault, never a crash`() {
        let bytes = Array("<p:a xmlns:p='u' x='1'><p:b y='&amp;'>t&#65;</p:b><?pi d?><!--c--></p:a>".utf8)
        for seed in 0..<500 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            var damaged = bytes
            for _ in 0..<3 {
                damaged[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            guard let document = try? XmlDocument(damaged) else { continue }
            let again = try? XmlDocument(document.root.written())
            #expect(again?.root.canonical == document.root.canonical, "seed \(seed)")
        }
    }
}

/// A file that has far too much of one thing.
enum Excess: CaseIterable {
    case nesting, longAttribute, manyAttributes, moreAttributesThanAllowed, comment, text, name

    var bytes: [UInt8] {
        switch self {
        case .nesting: Self.many("<a>", 100_000)
        case .longAttribute: Array("<a b='".utf8) + Self.many("x", 100 << 20) + Array("'/>".utf8)
        case .manyAttributes: Array("<a ".utf8) + (0..<300_000).flatMap { Array("b\($0)='' ".utf8) } + Array("/>".utf8)
        case .moreAttributesThanAllowed:
            Array("<a ".utf8) + (0..<600).flatMap { Array("b\($0)='' ".utf8) } + Array("/>".utf8)
        case .comment: Array("<a><!--".utf8) + Self.many("x", 10 << 20) + Array("--></a>".utf8)
        case .text: Array("<a>".utf8) + Self.many("x", 40 << 20) + Array("</a>".utf8)
        case .name: Array("<".utf8) + Self.many("x", 10 << 20) + Array("/>".utf8)
        }
    }

    private static func many(_ text: String, _ count: Int) -> [UInt8] {
        text.utf8.count == 1
            ? Array(repeating: text.utf8.first ?? 0, count: count)
            : Array(String(repeating: text, count: count).utf8)
    }
}
