import Basics
import Crypto

/// What a hash covers. Each field goes with its length, so that no two entries give the same bytes.
struct HashedFields {
    let previousHash: String
    let subject: Subject
    let number: Int64
    let id: String
    let moment: String
    let actor: String
    let purpose: String
    let kind: String
    /// The text as it is stored.
    let content: String

    var hash: String {
        var sha = SHA256()
        let fields = [
            previousHash, subject.kind, subject.id, String(number), id, moment, actor, purpose, kind, content,
        ]
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.reduce(80) { $0 + $1.utf8.count })
        for field in fields {
            bytes += String(field.utf8.count).utf8
            bytes.append(UInt8(ascii: ":"))
            bytes += field.utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        sha.update(data: bytes)
        return sha.finalize().hexadecimal
    }
}
