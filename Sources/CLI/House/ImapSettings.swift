import ArgumentParser
import Configuration
import Kanalen
import Postvak

/// The mailbox of the settings.
struct ImapSettings: Sendable {
    private let naam: String
    private let mailbox: IMAPMailbox

    /// One that is named and not understood stops the program: without it mail would stay unseen.
    init?(_ reader: ConfigReader) throws {
        guard let url = reader.string(forKey: "imap.url"), !url.isEmpty else { return nil }
        let user = reader.string(forKey: "imap.user")
        let found = IMAPMailbox(
            url: url, user: user, password: reader.string(forKey: "imap.password", isSecret: true),
            certificates: reader.string(forKey: "imap.certificates"))
        guard let found else { throw ValidationError("imap.url: \(url) is no imap://host/mailbox or imaps://…") }
        naam = (user ?? "") + " " + url
        mailbox = found
    }

    /// What takes in its mail, each look over a line of its own.
    var postbus: Postbus {
        let mailbox = mailbox
        return Postbus(naam: naam) { stand in
            let place = stand.map { IMAPMailbox.Place(numbering: $0.nummering, last: $0.laatste) }
            return try await mailbox.messages(after: place, most: Postbus.most, longest: MailReader.largest).map {
                Postbus.Bericht(
                    stand: Postbus.Stand(nummering: $0.place.numbering, laatste: $0.place.last), bytes: $0.bytes)
            }
        }
    }

    /// Waits on a line of its own for what the mail server tells.
    func listen(_ tell: (Postwacht.Signal) async throws -> Void) async throws {
        for try await signal in mailbox.signals() { try await tell(Postwacht.Signal(signal)) }
    }
}

extension Postwacht.Signal {
    fileprivate init(_ signal: IMAPMailbox.Signal) {
        self =
            switch signal {
            case .listening: .listening
            case .mail: .mail
            case .deaf: .deaf
            }
    }
}
