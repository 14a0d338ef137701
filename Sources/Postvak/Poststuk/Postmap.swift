public import Basics
public import Database
import Foundation
import Jobs
import Journal
import Zaken

/// A folder whose mails (.eml) come in as they are put there, each once; what is no mail stays where it is, and is said.
public struct Postmap: Sendable {
    public static let jobKind = "post.map"
    public static let clockKind = WatchedFolder.clockKind(jobKind)
    /// Mails that are taken in one look; the next look goes on.
    private static let most = 1_000
    private let folder: WatchedFolder

    public init(folder: String) { self.folder = WatchedFolder(folder, kind: Postmap.jobKind) }

    /// Orders a look now, and the moment at which the next is ordered.
    public static func order(at now: Moment, every minutes: Int, _ tx: Transaction) throws {
        try WatchedFolder.order(jobKind, at: now, every: minutes, tx)
    }

    public static func cancel(_ tx: Transaction) throws { try WatchedFolder.cancel(jobKind, tx) }

    /// Looks once: a mail that was taken goes to the folder `gedaan` inside it, one that is none to `geweigerd`.
    public func look(with kantoor: Postkantoor, at now: Moment) async throws {
        let files = try folder.files(before: now) { name in
            !name.contains("/") && ["eml", "mail", "msg"].contains((name as NSString).pathExtension.lowercased())
        }
        for (name, path) in files.prefix(Postmap.most) {
            do {
                let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
                _ = try await kantoor.neem(bytes, als: .system("post"))
                try move(path, name, to: "gedaan")
            } catch let refusal as MailRefusal {
                try move(path, name, to: "geweigerd")
                try await kantoor.office.act(as: .system("post")) { act in
                    try act.record(
                        "post_geweigerd", of: Subject(kind: "post", id: "map"),
                        ["naam": .string(String(name.prefix(200))), "reden": .string(refusal.rawValue)])
                }
            }
        }
    }

    /// Never over another file of that name.
    private func move(_ path: String, _ name: String, to place: String) throws {
        let target = folder.folder + "/" + place
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        var free = target + "/" + name
        var number = 2
        while FileManager.default.fileExists(atPath: free) {
            free = target + "/\(number)-" + name
            number += 1
        }
        try FileManager.default.moveItem(atPath: path, toPath: free)
    }
}
