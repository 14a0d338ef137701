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
        for field in fields { sha.update(data: Array("\(field.utf8.count):\(field)\n".utf8)) }
        return sha.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
