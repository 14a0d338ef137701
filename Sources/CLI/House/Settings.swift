import ArgumentParser
import Configuration
import Database
import Foundation
import Postvak
import SystemPackage
import Taalmodel

/// The flags that every command that opens the house shares; they go before environment and file.
struct HouseOptions: ParsableArguments {
    @Option(help: "The folder for the database and the outbox. Default ./data.")
    var data: String?

    @Option(help: "Where the data is: a file of SQLite, or postgres://user:password@host:port/name.")
    var database: String?

    @Option(help: "The folder with processes, letters and screens. Default: Content beside the program.")
    var content: String?

    @Option(help: "A JSON file with settings; see docs/operations.md.")
    var config: String?
}

/// How this house runs. Read once: flags first, then the environment (`ONTKNOOP_…`), then the file, then the default.
struct Settings: Sendable {
    /// `data`: the folder for the database and the outbox; default `./data`.
    var data: String
    /// `database`: default `ontknoop.sqlite` in the data folder.
    var database: DatabaseLocation
    /// `content`: the folder with processes, letters, templates and screens; default `./Content`.
    var content: String
    /// `host`: the address to listen on; default `127.0.0.1`.
    var host: String
    /// `port`: 0 takes a free one; default 8080.
    var port: Int
    /// `secure`: whether browsers reach us over TLS; default false.
    var isSecure: Bool
    /// `proxy`: whether a proxy before us tells the visitor's address; default false.
    var behindProxy: Bool
    /// `metrics.token`: who may read /metrics; default only this machine. Secret.
    var metricsToken: String?
    /// `organisation`: the name on the login page; default `Ontknoop`.
    var organisation: String
    /// `development`: templates are read anew for each page; default false.
    var development: Bool
    /// `library.folder`: a folder whose files go into the library as they come; default none. `library.minutes`: how often it is looked at; default 5.
    var libraryFolder: String?
    var libraryMinutes: Int
    /// `mail.folder`: a folder whose mails (.eml) come in; default none. `mail.minutes`: how often it is looked at; default 1.
    var mailFolder: String?
    var mailMinutes: Int
    /// `imap.url`, `imap.user`, `imap.password` and `imap.certificates`: a mailbox whose mails come in; default none.
    var imap: ImapSettings?
    /// `clamd`: `unix:/run/clamav/clamd.ctl` or `tcp://host:3310`, which looks at the files of mail; default none.
    var scanner: Virusscanner?
    /// `smtp.url`: `smtp://host:port` or `smtps://…`; without it mail goes to the outbox folder.
    var smtpURL: String?
    /// `smtp.user` and `smtp.password`: for AUTH. Secret.
    var smtpUser: String?
    var smtpPassword: String?
    /// `smtp.from`: the sender's address; default the creditor's own.
    var smtpFrom: String?
    /// `public.url`: where customers reach us, such as `https://betalen.example`; without it letters carry no payment link.
    var publicURL: String?
    /// `payments.key`: signs payment links, 32 characters or more; default one that is made and kept in the database. Secret.
    var paymentsKey: String?
    /// `secrets.key`: keeps secrets of others unreadable in the database, 32 characters or more; default one that is made
    /// and kept in `kluis.key` in the data folder. The same on all nodes. Secret.
    var secretsKey: String?
    /// `mollie.key` and `mollie.url`: the payment provider; without a key there is no button for iDEAL. The key is secret.
    var mollieKey: String?
    var mollieURL: String
    /// `mollie.payout`: the IBAN from which the provider pays out, so that its payouts are not taken for payments.
    var molliePayout: String?
    /// `language.model.url` and its likes: a language model that may word advice; default none.
    var taalmodel: TaalmodelSettings?
    /// `embedding.url` and its likes: an endpoint that says what passages and questions mean; default none.
    var embedding: EmbeddingSettings?

    static func read(_ options: HouseOptions, host: String? = nil, port: Int? = nil) async throws -> Settings {
        let reader = try await reader(options.config)
        let data = options.data ?? reader.string(forKey: "data", default: "data")
        let database = options.database ?? reader.string(forKey: "database", isSecret: true)
        return Settings(
            data: data, database: DatabaseLocation(database ?? data + "/ontknoop.sqlite"),
            content: options.content ?? reader.string(forKey: "content", default: "Content"),
            host: host ?? reader.string(forKey: "host", default: "127.0.0.1"),
            port: port ?? reader.int(forKey: "port", default: 8080),
            isSecure: reader.bool(forKey: "secure", default: false),
            behindProxy: reader.bool(forKey: "proxy", default: false),
            metricsToken: reader.string(forKey: "metrics.token", isSecret: true),
            organisation: reader.string(forKey: "organisation", default: "Ontknoop"),
            development: reader.bool(forKey: "development", default: false),
            libraryFolder: reader.string(forKey: "library.folder"),
            libraryMinutes: max(1, reader.int(forKey: "library.minutes", default: 5)),
            mailFolder: reader.string(forKey: "mail.folder"),
            mailMinutes: max(1, reader.int(forKey: "mail.minutes", default: 1)),
            imap: try ImapSettings(reader), scanner: try Settings.scanner(reader.string(forKey: "clamd")),
            smtpURL: reader.string(forKey: "smtp.url"), smtpUser: reader.string(forKey: "smtp.user"),
            smtpPassword: reader.string(forKey: "smtp.password", isSecret: true),
            smtpFrom: reader.string(forKey: "smtp.from"), publicURL: reader.string(forKey: "public.url"),
            paymentsKey: reader.string(forKey: "payments.key", isSecret: true),
            secretsKey: reader.string(forKey: "secrets.key", isSecret: true),
            mollieKey: reader.string(forKey: "mollie.key", isSecret: true),
            mollieURL: reader.string(forKey: "mollie.url", default: "https://api.mollie.com/v2"),
            molliePayout: reader.string(forKey: "mollie.payout"), taalmodel: TaalmodelSettings(reader),
            embedding: EmbeddingSettings(reader))
    }

    /// The environment, and behind it the file.
    static func reader(_ file: String?) async throws -> ConfigReader {
        var providers: [any ConfigProvider] = [
            EnvironmentVariablesProvider(
                secretsSpecifier: .specific([
                    "ONTKNOOP_SMTP_PASSWORD", "ONTKNOOP_IMAP_PASSWORD", "ONTKNOOP_METRICS_TOKEN", "ONTKNOOP_DATABASE",
                    "ONTKNOOP_PAYMENTS_KEY", "ONTKNOOP_MOLLIE_KEY", "ONTKNOOP_LANGUAGE_MODEL_KEY",
                    "ONTKNOOP_EMBEDDING_KEY", "ONTKNOOP_SECRETS_KEY",
                ]))
        ]
        if let file { providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file))) }
        return ConfigReader(providers: providers).scoped(to: "ontknoop")
    }

    /// A clamd that is named and not understood stops the program: without it files would come in unseen.
    private static func scanner(_ text: String?) throws -> Virusscanner? {
        guard let text, !text.isEmpty else { return nil }
        guard let place = Virusscanner.Plaats(text) else {
            throw ValidationError("clamd: \(text) is no socket or tcp://host:port")
        }
        return Virusscanner(place)
    }
}

extension Settings {
    /// Takes no mail from a folder or a mailbox; says whether one was set.
    mutating func leaveMail() -> Bool {
        defer { (mailFolder, imap) = (nil, nil) }
        return mailFolder != nil || imap != nil
    }
}

/// The content folder that a command names, else that of the environment, else the one beside.
func contentFolder(_ named: String?) -> String {
    named ?? ProcessInfo.processInfo.environment["ONTKNOOP_CONTENT"] ?? "Content"
}
