import Basics
import Testing
import Xml

@Suite struct XmlWriterTests {
    @Test func `what is written reads back the same`() throws {
        let odd = "a<b>&\"'\r\n\tc ]]> \u{E9}\u{1F600}"
        var writer = XmlWriter()
        writer.start("a", [("k", odd)])
        writer.element("b", text: odd)
        writer.element("c")
        writer.end()

        let root = try XmlDocument(writer.output).root
        #expect(root["k"] == odd)
        #expect(root.child("b", in: nil)?.text == odd)
        #expect(root.children.count == 2)
    }

    @Test func `characters that XML cannot hold are replaced`() throws {
        #expect("a\u{0}b\u{B}".xmlText == "a\u{FFFD}b\u{FFFD}")
    }

    @Test func `an element gets the declarations it lacks`() throws {
        var root = XmlElement(XmlName("a", in: "urn:one"))
        root.nodes = [
            .element(XmlElement(XmlName("b", in: "urn:two", prefix: "t"))), .element(XmlElement(XmlName("c"))),
        ]
        root["k", in: "urn:three"] = "v"

        let again = try XmlDocument(root.written()).root
        #expect(again.name == root.name)
        #expect(again["k", in: "urn:three"] == "v")
        #expect(again.children.map(\.name) == root.children.map(\.name))
    }

    @Test func `indented output has a line for each element`() {
        var writer = XmlWriter(declaration: false, indents: true)
        writer.start("a")
        writer.element("b", text: "t")
        writer.start("c")
        writer.element("d")
        writer.end()
        writer.end()
        #expect(writer.output == "<a>\n  <b>t</b>\n  <c>\n    <d/>\n  </c>\n</a>")
    }

    @Test func `canonical form sorts and expands`() throws {
        let root = try XmlDocument("<a z='1' xmlns:p='u' b=\"&#9;&gt;\" p:a='2'><b/><!-- c --><![CDATA[<]]></a>").root
        #expect(root.canonical == "<a xmlns:p=\"u\" b=\"&#x9;>\" z=\"1\" p:a=\"2\"><b></b>&lt;</a>")
    }
}
