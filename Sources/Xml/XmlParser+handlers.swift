import Basics
import CXml

private typealias Bytes = UnsafePointer<UInt8>

extension XmlParser {
    /// Only what is needed is handled: no entity can be declared or looked up, no outside part loaded.
    static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.internalSubset = { me, _, _, _ in XmlParser.at(me)?.refuseDocumentType() }
        handler.startElementNs = { me, name, prefix, uri, spaces, declared, count, _, attributes in
            guard let parser = XmlParser.at(me), let name, parser.admits(Int(spaces) + Int(count)) else { return }
            parser.open(
                XmlStart(
                    name: parser.name(name, prefix, uri), attributes: parser.attributes(attributes, Int(count)),
                    declarations: parser.declarations(declared, Int(spaces)), line: parser.line))
        }
        handler.endElementNs = { me, name, prefix, uri in
            guard let parser = XmlParser.at(me), let name else { return }
            parser.close(parser.name(name, prefix, uri))
        }
        handler.characters = { XmlParser.at($0)?.add(text: UnsafeBufferPointer(start: $1, count: Int($2))) }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.comment = { me, text in XmlParser.at(me)?.add(.comment(text.map { String(cString: $0) } ?? "")) }
        handler.processingInstruction = { me, target, data in
            guard let target else { return }
            let text = data.map { String(cString: $0) } ?? ""
            XmlParser.at(me)?.add(.instruction(target: String(cString: target), data: text))
        }
        handler.serror = { me, error in
            guard let error else { return }
            XmlParser.at(me)?.meet(error.pointee)
        }
        return handler
    }

    private static func at(_ me: UnsafeMutableRawPointer?) -> XmlParser? {
        me.map { Unmanaged<XmlParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private func admits(_ attributes: Int) -> Bool {
        if attributes <= bounds.attributes { return true }
        refuse(.outOfBounds("an element has over \(bounds.attributes) attributes", line: line))
        return false
    }

    private func refuseDocumentType() { refuse(.documentType(line: line)) }

    private func name(_ local: Bytes, _ prefix: Bytes?, _ uri: Bytes?) -> XmlName {
        XmlName(word(local), in: uri.map(word), prefix: prefix.map(word))
    }

    /// libxml2 gives five pointers for each: local name, prefix, namespace, begin and end of the value.
    private func attributes(_ list: UnsafeMutablePointer<Bytes?>?, _ count: Int) -> [XmlAttribute] {
        guard let list, count > 0 else { return [] }
        return (0..<count).compactMap { index in
            let five = list + index * 5
            guard let local = five[0], let begin = five[3], let end = five[4] else { return nil }
            let value = String(decoding: UnsafeBufferPointer(start: begin, count: end - begin), as: UTF8.self)
            return XmlAttribute(name(local, five[1], five[2]), value)
        }
    }

    private func declarations(_ list: UnsafeMutablePointer<Bytes?>?, _ count: Int) -> [XmlNamespace] {
        guard let list, count > 0 else { return [] }
        return (0..<count).map { index in
            XmlNamespace(list[index * 2].map(word), list[index * 2 + 1].map(word) ?? "")
        }
    }

    private func meet(_ error: xmlError) {
        let text = error.message.map { String(cString: $0) } ?? "malformed"
        let message = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let line = error.line > 0 ? Int(error.line) : self.line
        if error.level == XML_ERR_FATAL {
            refuse(.notWellFormed(XmlFlaw(code: error.code, isUnfinished: isFinishing && isOpen), message, line: line))
        } else {
            warn(Diagnostic(.warning, "xml-flaw", Phrase(quoting: message), line: line))
        }
    }
}
