public import Bibliotheek
public import Postvak
public import Procesbot

extension Words {
    /// Why the library does not take a file.
    public func refusal(_ refusal: BronRefusal) -> String {
        switch refusal {
        case .unchanged(let version): self("library.refused_unchanged", ["n": String(version)])
        case .unreadable(.toolMissing(let tool)): self("library.refused_tool", ["tool": tool])
        case .endsBeforeItBegins(let from, let to):
            self("library.refused_days", ["from": date(from), "to": date(to)])
        case .unsound(let flaw): self("library.refused_unsound_why", ["why": fault(flaw)])
        case .unknownBron, .unreadable, .empty, .tooLarge, .nameless: self("library.refused_\(refusal.naam.rawValue)")
        }
    }

    /// What is wrong with a file or folder that a library is read from.
    public func fault(_ fault: LibraryFault) -> String {
        switch fault {
        case .noFolder(let path): self("intake.no_folder", ["name": path])
        case .unknownForm(let name): self("intake.unknown_form", ["name": name])
        case .tooLarge(let name):
            self("intake.too_large", ["name": name, "n": number(SourceFile.largest / 1_000_000)])
        case .toolFailed(let tool, let status):
            self("intake.tool_failed", ["tool": tool, "n": number(Int(status))])
        case .toolMissing(let tool): self("intake.tool_missing", ["tool": tool])
        case .toolTooSlow(let tool): self("intake.tool_slow", ["tool": tool])
        case .notText: self("intake.not_text")
        case .otherForm(let name): self("intake.other_form", ["name": name])
        case .damaged(let name): self("intake.damaged", ["name": name])
        case .emptyFile(let name): self("intake.empty_file", ["name": name])
        case .unreadableModel(let why): self("intake.unreadable_model", ["why": why])
        }
    }

    /// Why a file does not come in as a mail, and what to do about it.
    public func refusal(_ refusal: MailRefusal) -> String {
        switch refusal {
        case .empty: self("intake.mail_empty")
        case .tooLarge: self("intake.mail_large", ["n": number(MailReader.largest >> 20)])
        case .notAMail: self("intake.mail_none")
        case .outlookFile: self("intake.mail_outlook")
        }
    }
}
