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
        return HashedFields.text(of: sha.finalize())
    }

    private static let digits = Array("0123456789abcdef".utf8)

    static func text(of digest: SHA256.Digest) -> String {
        String(unsafeUninitializedCapacity: SHA256.Digest.byteCount * 2) { text in
            var place = 0
            for byte in digest {
                text[place] = digits[Int(byte >> 4)]
                text[place + 1] = digits[Int(byte & 15)]
                place += 2
            }
            return place
        }
    }
}
