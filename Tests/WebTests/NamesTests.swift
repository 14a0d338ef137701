import Foundation
import Testing
import Zaken

@testable import Web

@Suite("Who sees names in lists")
struct NamesTests {
    @Test(arguments: [("dirk", false), ("cora", false), ("bram", true)])
    func `names in lists are for who may see people; the page of a zaak names its person to each who opens it`(
        _ login: String, _ sees: Bool
    ) async throws {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            _ = try await site.offer("los", of: zaak)
            _ = try await site.get("/klanten/\(zaak.partij)")
            try await site.signIn(login)
            for path in ["/werkvoorraad?tab=niemand", "/journaal"] {
                let page = try await site.page(path)
                #expect(page.contains("Test Huurder") == sees, "\(login) \(path)")
            }
            #expect(try await site.page("/zaken/\(zaak.id)").contains("Test Huurder"))
        }
    }

    @Test func `an account is whole for who may see people, else its end`() {
        #expect(Set<Permission>([.klantZien]).seen(account: "NL02ABNA0123454300") == "NL02ABNA0123454300")
        #expect(Set<Permission>([.vorderingZien]).seen(account: "NL02ABNA0123454300") == "… 4300")
        #expect(Set<Permission>([.vorderingZien]).seen(name: "Test Huurder") == nil)
    }
}
