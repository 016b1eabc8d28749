package giro.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which values are held because they alone would weld several persons. */
class HeldValuesTest extends NamedGraph {
  @Test
  void aFamilysBrowserJoinsNobodyHoweverOftenItIsUsed() {
    anaAndBruno();
    link("login:ana", "cookie:family", 50);
    link("email:ana", "cookie:family", 20);
    link("login:bruno", "cookie:family", 40);
    assertThat(persons()).containsExactlyInAnyOrder(ANA, BRUNO, Set.of("cookie:family"));
    assertThat(heldValues()).containsExactly("cookie:family");
  }

  @Test
  void withoutTwoDensePersonsAroundItABrowserIsOnePersons() {
    link("login:ana", "cookie:family", 50);
    link("login:bruno", "cookie:family", 40);
    assertThat(persons()).hasSize(1);
  }

  @Test
  void onAFamilysBrowserAnAddressWithABrowserOfItsOwnIsAPersonWithoutAccount() {
    anaAndBruno();
    link("email:ana", "cookie:ana", 9);
    link("login:ana", "cookie:family", 50);
    link("email:clio", "cookie:family", 7);
    assertThat(persons()).as("an address more may be ana's own").hasSize(2);
    assertThat(heldValues()).isEmpty();
    link("email:clio", "cookie:clio", 4);
    assertThat(persons())
        .containsExactlyInAnyOrder(
            plus(ANA, "cookie:ana"),
            BRUNO,
            Set.of("email:clio", "cookie:clio"),
            Set.of("cookie:family"));
    assertThat(heldValues()).containsExactly("cookie:family");
  }

  @Test
  void aCouplesOnlyAddressJoinsThemAndADealersJoinsNobody() {
    for (String name : List.of("ana", "bruno")) {
      link("login:" + name, "crm:" + name, 5);
      link("login:" + name, "cookie:" + name, 5);
      link("crm:" + name, "email:info", 8);
    }
    assertThat(persons()).as("two may share an address").hasSize(1);
    link("login:clio", "crm:clio", 5);
    link("login:clio", "cookie:clio", 5);
    link("crm:clio", "email:info", 8);
    link("cookie:stranger", "email:info", 1);
    assertThat(persons())
        .containsExactlyInAnyOrder(
            Set.of("login:ana", "crm:ana", "cookie:ana"),
            Set.of("login:bruno", "crm:bruno", "cookie:bruno"),
            Set.of("login:clio", "crm:clio", "cookie:clio"),
            Set.of("cookie:stranger"),
            Set.of("email:info"));
    assertThat(heldValues()).containsExactly("email:info");
  }

  @Test
  void anAddressThatTwoHaveBesideTheirOwnJoinsNobody() {
    anaAndBruno();
    link("login:ana", "email:info", 8);
    link("crm:bruno", "email:info", 8);
    assertThat(persons()).containsExactlyInAnyOrder(ANA, BRUNO, Set.of("email:info"));
    assertThat(heldValues()).containsExactly("email:info");
  }

  @Test
  void whatSaysLeastIsHeldFirstAndAnAddressThatIsOnePersonsThenIsNot() {
    anaAndBruno();
    link("login:clio", "email:clio", 9);
    link("login:clio", "cookie:clio", 9);
    link("crm:clio", "email:clio", 9);
    link("crm:clio", "email:cloi", 1);
    link("crm:clio", "cookie:showroom", 4);
    link("login:clio", "cookie:family", 9);
    link("login:bruno", "cookie:family", 9);
    assertThat(persons())
        .contains(
            Set.of(
                "login:clio",
                "cookie:clio",
                "email:clio",
                "crm:clio",
                "email:cloi",
                "cookie:showroom"));
    assertThat(heldValues()).containsExactly("cookie:family");
  }

  @Test
  void anAddressOfThreeAccountsOfOnePersonJoinsThem() {
    for (String account : List.of("1", "2", "3")) {
      link("login:" + account, "email:ana", 4);
      link("login:" + account, "cookie:" + account, 4);
    }
    assertThat(persons()).as("accounts without much else are no persons").hasSize(1);
  }

  @Test
  void anAccountOrCustomerNumberIsNeverHeldHoweverManyItJoins() {
    anaAndBruno();
    link("login:clio", "email:clio", 5);
    link("login:clio", "cookie:clio", 5);
    for (String name : List.of("ana", "bruno", "clio")) {
      link("crm:fleet", "login:" + name, 5);
    }
    assertThat(persons()).hasSize(1);
  }
}
