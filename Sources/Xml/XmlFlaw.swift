import Basics
import CXml

/// Why a file is not well formed, as far as people can do something with it.
enum XmlFlaw {
    /// The file stops while something is still open.
    case cutOff
    case empty
    /// An end tag of another name than what was begun last.
    case wrongEndTag
    case other

    init(code: Int32, isUnfinished: Bool) {
        switch xmlParserErrors(rawValue: UInt32(bitPattern: code)) {
        case XML_ERR_DOCUMENT_EMPTY: self = .empty
        case XML_ERR_TAG_NAME_MISMATCH: self = .wrongEndTag
        case _ where isUnfinished: self = .cutOff
        default: self = .other
        }
    }

    var code: String {
        switch self {
        case .cutOff: "xml-cut-off"
        case .empty: "xml-empty"
        case .wrongEndTag, .other: "xml-not-well-formed"
        }
    }

    /// What is wrong; `said` is how the parser has it, in English.
    func message(_ said: String) -> Phrase {
        switch self {
        case .cutOff: "the file stops here, before its last element is closed; it is not whole"
        case .empty: "the file is empty, or does not begin as XML does"
        case .wrongEndTag: "an element is closed by another name than it was opened by (\(said))"
        case .other: "the file is no well-formed XML (\(said))"
        }
    }
}
