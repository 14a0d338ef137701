public import Basics
public import Database
import Foundation
import Jobs
import Journal
import Procesbot
public import Zaken

/// A folder whose files go into the library as they come and change; what cannot be read stays where it is, and is said.
public struct Boekenmap: Sendable {
    private let folder: WatchedFolder
    public static let jobKind = "bibliotheek.map"
    public static let clockKind = WatchedFolder.clockKind(jobKind)
    static let key = "bibliotheek.map.geweigerd"
    static let door = "map"

    public init(folder: String) { self.folder = WatchedFolder(folder, kind: Boekenmap.jobKind) }

    /// A file that the library did not take, and why.
    public struct Weigering: Hashable, Sendable {
        public let naam: String
        public let hash: String
        public let reden: BronRefusal.Naam
    }

    /// Orders a look now, and the moment at which the next is ordered.
    public static func order(at now: Moment, every minutes: Int, _ tx: Transaction) throws {
        try WatchedFolder.order(jobKind, at: now, every: minutes, tx)
    }

    public static func cancel(_ tx: Transaction) throws { try WatchedFolder.cancel(jobKind, tx) }

    /// Looks once. A file that was written in the last seconds waits for the next time.
    public func look(in office: Office, at now: Moment) async throws {
        let known = try await office.read { tx in try tx.bronnen.geweigerd() }
        var refused: [Weigering] = []
        for (name, path) in try folder.files(before: now, wanted: { DocumentForm(fileName: $0) != nil }) {
            let hash = LibraryDocument.hash(of: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
            if let same = known.first(where: { $0.naam == name && $0.hash == hash }) {
                refused.append(same)
            } else if let reason = try await take(name, path, hash, office) {
                refused.append(Weigering(naam: name, hash: hash, reden: reason))
            }
        }
        guard refused != known else { return }
        let list = refused
        try await office.act(as: .system(Boekenmap.door)) { act in
            try act.tx.instellingen.put(Boekenmap.text(list), for: Boekenmap.key)
            for one in list where !known.contains(one) {
                let subject = Subject(kind: "bibliotheek", id: "map")
                try act.record(
                    "bron_geweigerd", of: subject, ["naam": .string(one.naam), "reden": .string(one.reden.rawValue)])
            }
        }
    }

    /// Why it is refused; nothing when it was taken, or is there already.
    private func take(_ name: String, _ path: String, _ hash: String, _ office: Office) async throws -> BronRefusal
        .Naam?
    {
        let isKnown = try await office.read { tx in
            try tx.bronnen.find(naam: name).map { try tx.bronnen.versions(of: $0.id).first?.hash == hash } ?? false
        }
        if isKnown { return nil }
        do {
            let file = try SourceFile.read(path, named: (name as NSString).lastPathComponent, as: name)
            try await office.act(as: .system(Boekenmap.door)) { act in
                _ = try Bron.Filing(naam: name, file: file, door: Boekenmap.door).run(in: act)
            }
            return nil
        } catch let refusal as BronRefusal {
            return refusal.naam
        }
    }

    private static func text(_ refused: [Weigering]) -> String {
        JSON.array(
            refused.map {
                ["naam": .string($0.naam), "hash": .string($0.hash), "reden": .string($0.reden.rawValue)]
            }
        ).canonical
    }
}

extension BronStore {
    /// What the watched folder holds that the library did not take.
    public func geweigerd() throws -> [Boekenmap.Weigering] {
        guard let text = try tx.instellingen[Boekenmap.key] else { return [] }
        return (try JSON(parsing: text).elements ?? []).compactMap { one in
            guard let naam = one["naam"].text, let hash = one["hash"].text,
                let reden = one["reden"].text.flatMap(BronRefusal.Naam.init)
            else { return nil }
            return Boekenmap.Weigering(naam: naam, hash: hash, reden: reden)
        }
    }
}

extension BronRefusal {
    /// A refusal by its name, as it is kept and told.
    public enum Naam: String, Sendable, CaseIterable {
        case unknown, empty, large, unchanged, nameless, form, broken, tool, slow
        case notText = "not_text"
        case otherForm = "other_form"
        case days, unsound
    }

    public var naam: Naam {
        switch self {
        case .unknownBron: .unknown
        case .empty: .empty
        case .tooLarge: .large
        case .unchanged: .unchanged
        case .nameless: .nameless
        case .endsBeforeItBegins: .days
        case .unsound: .unsound
        case .unreadable(let fault): fault.naam
        }
    }
}

extension LibraryFault {
    fileprivate var naam: BronRefusal.Naam {
        switch self {
        case .unknownForm: .form
        case .tooLarge: .large
        case .toolFailed, .unreadableModel, .noFolder, .damaged: .broken
        case .emptyFile: .empty
        case .toolMissing: .tool
        case .toolTooSlow: .slow
        case .notText: .notText
        case .otherForm: .otherForm
        }
    }
}
