import Basics
import Foundation
import Testing
import Xml

@Suite struct XmlReaderTests {
    @Test func `a file is met tag by tag, with lines`() throws {
        let reader = XmlReader(Array("<a x='1'>\n <b/>t&amp;u<![CDATA[<v>]]></a>".utf8))

        var story: [String] = []
        while let event = try reader.next() { story.append(event.text) }

        #expect(story == ["a@1 x=1", "'\n '", "b@2", "/b", "'t&u<v>'", "/a"])
    }

    @Test func `names are equal by namespace, not by prefix`() throws {
        let one = try XmlDocument("<p:a xmlns:p='urn:x' p:k='1'/>").root
        let two = try XmlDocument("<a xmlns='urn:x' xmlns:q='urn:x' q:k='1'/>").root

        #expect(one.name == two.name)
        #expect(one["k", in: "urn:x"] == "1")
        #expect(two["k", in: "urn:x"] == "1")
        #expect(two["k"] == nil)
    }

    @Test(arguments: [Encoded.latin1, .plain, .marked, .littleEndian, .bigEndian])
    func `the encoding is what the file says`(file: Encoded) throws {
        #expect(try XmlDocument(file.bytes).root.text == "caf\u{E9}")
    }

    @Test func `it does not matter how the bytes arrive`() throws {
        let opening = "<?xml version='1.0'?><a b='x>y'><!-- c --><d>caf\u{E9} \u{1F600}</d>"
        let text = opening + String(repeating: "<e f='>'/>", count: 99) + "</a>"
        let whole = try XmlDocument(text).root
        for size in 1...9 {
            var rest = Array(text.utf8)[...]
            let reader = XmlReader {
                defer { rest = rest.dropFirst(size) }
                return rest.isEmpty ? nil : Array(rest.prefix(size))
            }
            #expect(try XmlDocument(reader).root == whole)
        }
    }

    @Test func `an element can be taken out of a stream as a tree`() throws {
        let reader = XmlReader(Array("<list><item n='1'><x/></item><item n='2'/></list>".utf8))
        var items: [XmlElement] = []
        while let event = try reader.next() {
            if case .start(let start) = event, start.name.local == "item" {
                items.append(try reader.element(from: start))
            }
        }
        #expect(items.map { $0["n"] } == ["1", "2"])
        #expect(items.first?.children.count == 1)
    }

    @Test func `a prefix that no one declared is a warning, not the end`() throws {
        let document = try XmlDocument("<a>\n<zeebe:b zeebe:c='1'/></a>")

        #expect(document.root.children.first?.name.qualified == "zeebe:b")
        #expect(document.warnings.first?.line == 2)
    }

    @Test func `a source that fails is a fault, not an end`() {
        struct Broken: Error {}
        let reader = XmlReader { throw Broken() }
        #expect(throws: XmlFault.self) { try reader.next() }
    }

    @Test func `an open file is read by pieces`() throws {
        let name = "XmlReaderTests-\(UInt64.random(in: 0 ... .max)).xml"
        let url = FileManager.default.temporaryDirectory.appending(path: name)
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(("<a>" + String(repeating: "<b>text</b>", count: 50_000) + "</a>").utf8).write(to: url)
        let reader = XmlReader(file: try FileHandle(forReadingFrom: url))

        var count = 0
        while let event = try reader.next() { if case .start = event { count += 1 } }
        #expect(count == 50_001)
    }
}

/// The same short file in five encodings.
enum Encoded {
    case latin1, plain, marked, littleEndian, bigEndian

    private static let text = "<a>caf\u{E9}</a>"

    var bytes: [UInt8] {
        switch self {
        case .latin1: ("<?xml version='1.0' encoding='ISO-8859-1'?>" + Self.text).unicodeScalars.map { UInt8($0.value) }
        case .plain: Array(Self.text.utf8)
        case .marked: [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)
        case .littleEndian: [0xFF, 0xFE] + Self.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .bigEndian: Self.bigEndianBytes("<?xml version='1.0' encoding='UTF-16'?>" + Self.text)
        }
    }

    private static func bigEndianBytes(_ text: String) -> [UInt8] {
        [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
}

extension XmlEvent {
    fileprivate var text: String {
        switch self {
        case .start(let start):
            "\(start.name)@\(start.line)" + start.attributes.map { " \($0.name)=\($0.value)" }.joined()
        case .text(let text): "'\(text)'"
        case .end(let name): "/\(name)"
        }
    }
}
