import Basics
import Hummingbird
import Testing

@testable import Web

@Suite("What is asked in an address")
struct QueryTests {
    @Test func `words with a space between them are found as a browser sends them, and a plus that is meant stays one`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            for query in ["intern+of+extern", "intern%20of%20extern"] {
                let found = String(buffer: try await site.get("/bibliotheek?zoek=\(query)").body)
                #expect(found.contains("Routekeuze: intern of extern"), "\(query)")
                #expect(found.contains("value=\"intern of extern\""), "\(query)")
            }
            let meant = String(buffer: try await site.get("/bibliotheek?zoek=A%2BB").body)
            #expect(meant.contains("value=\"A+B\"") || meant.contains("value=\"A&#43;B\""))
        }
    }
}
