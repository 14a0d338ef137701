public import Basics
public import Procesbot

extension BronRefusal {
    /// Why the library does not take it.
    public var phrase: Phrase {
        switch self {
        case .unknownBron: "There is no such source in the library."
        case .unreadable(let fault): fault.phrase
        case .empty: "There is no text in it that could be cited."
        case .tooLarge(let limit): "It is too large: at most \(limit / 1_000_000) MB."
        case .unchanged(let version): "It is there already, as version \(version)."
        case .nameless: "A source needs a name."
        case .endsBeforeItBegins(let from, let to): "It would be valid from \(from) to \(to): the last day lies first."
        }
    }
}

extension LibraryFault {
    /// What is wrong with a file or folder.
    public var phrase: Phrase {
        switch self {
        case .noFolder(let path): "\(path) is not there, or is no folder."
        case .unknownForm(let name):
            "\(name) is of a kind that the library cannot read; it reads .md, .html, .txt, .docx, .odt, .pdf, .bpmn and .dmn."
        case .tooLarge(let name): "\(name) is too large: at most \(SourceFile.largest / 1_000_000) MB."
        case .toolFailed(let tool, let status):
            "\(tool) could not read it and stopped with \(status): it may be damaged."
        case .toolMissing(let tool): "The program \(tool) is needed to read it, and is not installed."
        case .toolTooSlow(let tool): "\(tool) took too long to read it."
        case .notText: "It is no text in UTF-8."
        case .otherForm(let name): "\(name) is of another kind than its name says: open it and save it again."
        case .damaged(let name): "\(name) is damaged: open it and save it again."
        case .emptyFile(let name): "\(name) is empty: there is nothing in it."
        case .unreadableModel(let why): "It is no model that can be read: \(why)"
        }
    }
}
