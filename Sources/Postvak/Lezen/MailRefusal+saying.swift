public import Basics

extension MailRefusal {
    /// What is wrong with the file, and what to do about it.
    public var phrase: Phrase {
        switch self {
        case .empty: "This file is empty."
        case .tooLarge: "The mail is too large: at most \(MailReader.largest >> 20) MB."
        case .notAMail: "This is no mail: it has none of its headers. Save the mail as .eml and try again."
        case .outlookFile:
            "This is a file of Outlook itself (.msg). Save the mail in Outlook as .eml, or forward it to the mailbox."
        }
    }
}
